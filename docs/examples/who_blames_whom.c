/*
 * Who blames whom in a corpus, by outlet: a C program over sahafa.h.
 *
 *   cc -std=c99 who_blames_whom.c $(pkg-config --cflags --libs sahafa) -o who_blames_whom
 *   ./who_blames_whom cnss-corpus
 */
#include <stdio.h>

#include "sahafa.h"

static int fail(const char *what) {
  fprintf(stderr, "%s: %s\n", what, sahafa_last_error());
  return 1;
}

static void print_cell(const char *bytes, const int64_t *offsets, size_t row) {
  printf("%.*s\t", (int)(offsets[row + 1] - offsets[row]), bytes + offsets[row]);
}

/* Columns 0 to 3 of `stance`: group, target, frame, claims. */
static int print_stance(const sahafa_table *table) {
  const char *bytes[3];
  const int64_t *offsets[3];
  const int64_t *claims = NULL;
  size_t row = 0;
  size_t column = 0;
  for (column = 0; column < 3; ++column) {
    if (sahafa_table_text(table, column, &bytes[column], &offsets[column]) != SAHAFA_OK) return fail("column");
  }
  if (sahafa_table_integers(table, 3, &claims) != SAHAFA_OK) return fail("claims");
  for (row = 0; row < sahafa_table_rows(table); ++row) {
    for (column = 0; column < 3; ++column) print_cell(bytes[column], offsets[column], row);
    printf("%lld\n", (long long)claims[row]);
  }
  return 0;
}

int main(int argc, char **argv) {
  sahafa_corpus *corpus = NULL;
  sahafa_options *options = NULL;
  sahafa_table *table = NULL;
  int code = 1;
  if (argc != 2) {
    fprintf(stderr, "usage: %s CORPUS\n", argv[0]);
    return 2;
  }
  if (sahafa_open(argv[1], SAHAFA_READ, &corpus) != SAHAFA_OK) {
    code = fail(argv[1]);
  } else if (sahafa_options_new(&options) != SAHAFA_OK || sahafa_options_set(options, "by", "outlet") != SAHAFA_OK) {
    code = fail("options");
  } else if (sahafa_run(corpus, "stance", options, &table) != SAHAFA_OK) {
    code = fail("stance");
  } else {
    code = print_stance(table);
  }
  sahafa_table_free(&table);
  sahafa_options_free(&options);
  sahafa_close(&corpus);
  return code;
}
