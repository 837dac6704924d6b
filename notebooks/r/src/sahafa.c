/* R over sahafa.h: handles are external pointers that free themselves, tables become data frames. */
#include <R.h>
#include <R_ext/Rdynload.h>
#include <Rinternals.h>
#include <sahafa.h>

/* ---- handles: R's error() leaves the function by a jump, so what must be freed belongs to an R object first ---- */

static void check(sahafa_status status) {
  if (status != SAHAFA_OK) Rf_error("%s", sahafa_last_error());
}

static void close_corpus(SEXP pointer) {
  sahafa_corpus *corpus = R_ExternalPtrAddr(pointer);
  sahafa_close(&corpus);
  R_ClearExternalPtr(pointer);
}

static void free_options(SEXP pointer) {
  sahafa_options *options = R_ExternalPtrAddr(pointer);
  sahafa_options_free(&options);
  R_ClearExternalPtr(pointer);
}

static void free_table(SEXP pointer) {
  sahafa_table *table = R_ExternalPtrAddr(pointer);
  sahafa_table_free(&table);
  R_ClearExternalPtr(pointer);
}

static SEXP own(void *handle, R_CFinalizer_t finalizer) {
  SEXP pointer = PROTECT(R_MakeExternalPtr(handle, R_NilValue, R_NilValue));
  R_RegisterCFinalizerEx(pointer, finalizer, TRUE);
  UNPROTECT(1);
  return pointer;
}

static const char *text(SEXP vector) { return Rf_translateCharUTF8(STRING_ELT(vector, 0)); }

/* `names_and_values`: a list of two character vectors. */
static SEXP make_options(SEXP names_and_values) {
  SEXP names = VECTOR_ELT(names_and_values, 0);
  SEXP values = VECTOR_ELT(names_and_values, 1);
  sahafa_options *options = NULL;
  SEXP pointer;
  R_xlen_t i;
  check(sahafa_options_new(&options));
  pointer = PROTECT(own(options, free_options));
  for (i = 0; i < XLENGTH(names); ++i) {
    check(sahafa_options_set(options, Rf_translateCharUTF8(STRING_ELT(names, i)),
                             Rf_translateCharUTF8(STRING_ELT(values, i))));
  }
  UNPROTECT(1);
  return pointer;
}

/* ---- tables ----------------------------------------------------------------------------------------------------- */

static SEXP text_column(const sahafa_table *table, size_t column, const uint8_t *valid, R_xlen_t rows) {
  const char *bytes = NULL;
  const int64_t *offsets = NULL;
  SEXP cells = PROTECT(Rf_allocVector(STRSXP, rows));
  R_xlen_t row;
  check(sahafa_table_text(table, column, &bytes, &offsets));
  for (row = 0; row < rows; ++row) {
    const int length = (int)(offsets[row + 1] - offsets[row]);
    SET_STRING_ELT(cells, row,
                   valid != NULL && !valid[row] ? NA_STRING : Rf_mkCharLenCE(bytes + offsets[row], length, CE_UTF8));
  }
  UNPROTECT(1);
  return cells;
}

/* R has no 64-bit integers; a double holds every count and offset that a corpus can have. */
static SEXP number_column(const sahafa_table *table, size_t column, sahafa_type type, const uint8_t *valid,
                          R_xlen_t rows) {
  const int64_t *integers = NULL;
  const double *numbers = NULL;
  SEXP cells = PROTECT(Rf_allocVector(REALSXP, rows));
  R_xlen_t row;
  if (type == SAHAFA_INTEGER) {
    check(sahafa_table_integers(table, column, &integers));
  } else {
    check(sahafa_table_numbers(table, column, &numbers));
  }
  for (row = 0; row < rows; ++row) {
    const double value = integers != NULL ? (double)integers[row] : numbers[row];
    REAL(cells)[row] = valid != NULL && !valid[row] ? NA_REAL : value;
  }
  UNPROTECT(1);
  return cells;
}

static SEXP make_column(const sahafa_table *table, size_t column, R_xlen_t rows) {
  sahafa_type type = SAHAFA_TEXT;
  const uint8_t *valid = NULL;
  check(sahafa_table_type(table, column, &type));
  check(sahafa_table_valid(table, column, &valid));
  return type == SAHAFA_TEXT ? text_column(table, column, valid, rows) : number_column(table, column, type, valid, rows);
}

static SEXP make_notes(const sahafa_table *table) {
  const size_t count = sahafa_table_notes(table);
  SEXP notes = PROTECT(Rf_allocVector(STRSXP, (R_xlen_t)count));
  size_t i;
  for (i = 0; i < count; ++i) SET_STRING_ELT(notes, (R_xlen_t)i, Rf_mkCharCE(sahafa_table_note(table, i), CE_UTF8));
  UNPROTECT(1);
  return notes;
}

/* Takes the table over. */
static SEXP make_frame(sahafa_table *table) {
  SEXP pointer = PROTECT(own(table, free_table));
  const R_xlen_t rows = (R_xlen_t)sahafa_table_rows(table);
  const size_t columns = sahafa_table_columns(table);
  SEXP frame = PROTECT(Rf_allocVector(VECSXP, (R_xlen_t)columns));
  SEXP names = PROTECT(Rf_allocVector(STRSXP, (R_xlen_t)columns));
  SEXP row_names = PROTECT(Rf_allocVector(INTSXP, 2));
  size_t i;
  for (i = 0; i < columns; ++i) {
    SET_VECTOR_ELT(frame, (R_xlen_t)i, make_column(table, i, rows));
    SET_STRING_ELT(names, (R_xlen_t)i, Rf_mkCharCE(sahafa_table_name(table, i), CE_UTF8));
  }
  INTEGER(row_names)[0] = NA_INTEGER; /* R's short form of 1..rows */
  INTEGER(row_names)[1] = -(int)rows;
  Rf_setAttrib(frame, R_NamesSymbol, names);
  Rf_setAttrib(frame, R_RowNamesSymbol, row_names);
  Rf_setAttrib(frame, R_ClassSymbol, Rf_mkString("data.frame"));
  Rf_setAttrib(frame, Rf_install("notes"), make_notes(table));
  free_table(pointer);
  UNPROTECT(4);
  return frame;
}

/* ---- what R calls ----------------------------------------------------------------------------------------------- */

static SEXP r_version(void) { return Rf_mkString(sahafa_version()); }

static SEXP r_analyses(void) {
  sahafa_table *table = NULL;
  check(sahafa_analyses(&table));
  return make_frame(table);
}

static SEXP r_options_of(SEXP analysis) {
  sahafa_table *table = NULL;
  check(sahafa_analysis_options(text(analysis), &table));
  return make_frame(table);
}

static SEXP r_open(SEXP path, SEXP write) {
  sahafa_corpus *corpus = NULL;
  check(sahafa_open(text(path), Rf_asLogical(write) == TRUE ? SAHAFA_WRITE : SAHAFA_READ, &corpus));
  return own(corpus, close_corpus);
}

static SEXP r_close(SEXP corpus) {
  close_corpus(corpus);
  return R_NilValue;
}

static SEXP r_ingest(SEXP corpus, SEXP paths, SEXP options) {
  const R_xlen_t count = XLENGTH(paths);
  const char **list = (const char **)R_alloc((size_t)count + 1, sizeof *list);
  SEXP owned = PROTECT(make_options(options));
  sahafa_table *table = NULL;
  SEXP frame;
  R_xlen_t i;
  for (i = 0; i < count; ++i) list[i] = Rf_translateCharUTF8(STRING_ELT(paths, i));
  check(sahafa_ingest(R_ExternalPtrAddr(corpus), list, (size_t)count, R_ExternalPtrAddr(owned), &table));
  frame = make_frame(table);
  UNPROTECT(1);
  return frame;
}

static SEXP r_run(SEXP corpus, SEXP analysis, SEXP options) {
  SEXP owned = PROTECT(make_options(options));
  sahafa_table *table = NULL;
  SEXP frame;
  check(sahafa_run(R_ExternalPtrAddr(corpus), text(analysis), R_ExternalPtrAddr(owned), &table));
  frame = make_frame(table);
  UNPROTECT(1);
  return frame;
}

static SEXP r_articles(SEXP corpus, SEXP after, SEXP limit) {
  sahafa_table *table = NULL;
  check(sahafa_read_articles(R_ExternalPtrAddr(corpus), (int64_t)Rf_asReal(after), (size_t)Rf_asReal(limit), &table));
  return make_frame(table);
}

static const R_CallMethodDef kCalls[] = {{"C_version", (DL_FUNC)&r_version, 0},
                                         {"C_analyses", (DL_FUNC)&r_analyses, 0},
                                         {"C_options_of", (DL_FUNC)&r_options_of, 1},
                                         {"C_open", (DL_FUNC)&r_open, 2},
                                         {"C_close", (DL_FUNC)&r_close, 1},
                                         {"C_ingest", (DL_FUNC)&r_ingest, 3},
                                         {"C_run", (DL_FUNC)&r_run, 3},
                                         {"C_articles", (DL_FUNC)&r_articles, 3},
                                         {NULL, NULL, 0}};

void R_init_sahafa(DllInfo *info) {
  R_registerRoutines(info, NULL, kCalls, NULL, NULL);
  R_useDynamicSymbols(info, FALSE);
}
