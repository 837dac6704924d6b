/*
 * sahafa: what other languages may call. C99 and C++.
 *
 *   sahafa_corpus *corpus = NULL;
 *   sahafa_table *table = NULL;
 *   if (sahafa_open("cnss-corpus", SAHAFA_READ, &corpus) != SAHAFA_OK ||
 *       sahafa_run(corpus, "articles", NULL, &table) != SAHAFA_OK)
 *     fprintf(stderr, "%s\n", sahafa_last_error());
 *   ...
 *   sahafa_table_free(&table);
 *   sahafa_close(&corpus);
 *
 * Results. Every function that can fail returns a sahafa_status and puts its result last; where it fails, the result is
 * NULL (or 0) and sahafa_last_error() says in words what was wrong and what to do. Nothing prints, exits, raises a
 * signal or lets an exception out.
 *
 * Handles. Opaque. The functions that end one (sahafa_close, ..._free) take a pointer to it, accept a pointer to NULL,
 * and set it to NULL. A handle that is NULL, was freed or is of another kind is SAHAFA_ERROR_ARGUMENT, never undefined.
 *
 * Text. All of it is UTF-8. What goes in ends with NUL and is checked. What comes out is borrowed: it is valid until
 * the handle that it came from is freed. Texts in tables are not ended with NUL: they have offsets. Bytes that are no
 * UTF-8, as in names of files of older systems, come out as U+FFFD.
 *
 * Threads. Calls on one corpus handle wait for each other; for parallel work open the corpus once a thread. Tables do
 * not change and may be read by any number of threads. Only one process writes to a corpus (SAHAFA_ERROR_BUSY), any
 * number read.
 */
#ifndef SAHAFA_H
#define SAHAFA_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define SAHAFA_API __attribute__((visibility("default")))
#else
#define SAHAFA_API
#endif

#define SAHAFA_VERSION_MAJOR 0
#define SAHAFA_VERSION_MINOR 1
#define SAHAFA_VERSION_PATCH 0

typedef struct sahafa_corpus sahafa_corpus;
typedef struct sahafa_options sahafa_options;
typedef struct sahafa_table sahafa_table;

typedef enum sahafa_status {
  SAHAFA_OK = 0,
  SAHAFA_ERROR_ARGUMENT = 1,   /* the call asked for what does not exist or fit; also a handle that is none */
  SAHAFA_ERROR_NOT_FOUND = 2,  /* a file, an article or a corpus is not there */
  SAHAFA_ERROR_UNREADABLE = 3, /* there, but it cannot be read or written */
  SAHAFA_ERROR_MALFORMED = 4,  /* read, but not what it should be; also text that is not UTF-8 */
  SAHAFA_ERROR_DISK_FULL = 5,  /* nothing that was reported as stored is lost */
  SAHAFA_ERROR_NEWER_FORMAT = 6, /* made by a newer version of sahafa */
  SAHAFA_ERROR_BUSY = 7,         /* another process writes to the corpus */
  SAHAFA_ERROR_CANCELLED = 8,    /* the progress callback said so */
  SAHAFA_ERROR_MEMORY = 9,       /* out of memory */
  SAHAFA_ERROR_INTERNAL = 10     /* a mistake of sahafa's: please report it */
} sahafa_status;

typedef enum sahafa_access {
  SAHAFA_READ = 0, /* the corpus must be there */
  SAHAFA_WRITE = 1 /* made if it is not there */
} sahafa_access;

typedef enum sahafa_type {
  SAHAFA_TEXT = 0,    /* sahafa_table_text */
  SAHAFA_INTEGER = 1, /* sahafa_table_integers */
  SAHAFA_NUMBER = 2   /* sahafa_table_numbers */
} sahafa_type;

/* Called from one thread at a time with a stage ("reading", "index", ...), what is done and what there is (0: unknown).
 * `stage` is valid during the call. Anything but 0 cancels. Calls on the same corpus are SAHAFA_ERROR_ARGUMENT in it. */
typedef int (*sahafa_progress)(const char* stage, int64_t done, int64_t total, void* user);

/* ---- versions and errors -------------------------------------------------------------------------------------- */

/* The version of the library that runs, "0.1.0". Static. @since 0.1 */
SAHAFA_API const char* sahafa_version(void);

/* The name of a status, "not_found"; "unknown" for a number that is none. Static. @since 0.1 */
SAHAFA_API const char* sahafa_status_name(sahafa_status status);

/* What the last failed call of this thread said; empty before the first. Valid until the next failure of this thread.
 * @since 0.1 */
SAHAFA_API const char* sahafa_last_error(void);

/* ---- options: the names and values of the command line, without dashes ---------------------------------------- */

/* New, empty options; free them with sahafa_options_free. One thread at a time. @since 0.1 */
SAHAFA_API sahafa_status sahafa_options_new(sahafa_options** out);

/* Sets one option, copying both texts; an empty value takes it away. Whether an option exists is told by the call that
 * uses it. A switch is on with the value "true". Every call that takes options knows "jobs", the number of threads.
 * @since 0.1 */
SAHAFA_API sahafa_status sahafa_options_set(sahafa_options* options, const char* name, const char* value);

/* @since 0.1 */
SAHAFA_API void sahafa_options_free(sahafa_options** options);

/* ---- a corpus ------------------------------------------------------------------------------------------------- */

/* Opens the corpus in the folder `path`; close it with sahafa_close. @since 0.1 */
SAHAFA_API sahafa_status sahafa_open(const char* path, sahafa_access access, sahafa_corpus** out);

/* Tables that came from it stay valid. A call that another thread has under way ends first. @since 0.1 */
SAHAFA_API void sahafa_close(sahafa_corpus** corpus);

/* Reports the progress of long calls on this corpus; NULL ends that. `user` is handed through. @since 0.1 */
SAHAFA_API sahafa_status sahafa_set_progress(sahafa_corpus* corpus, sahafa_progress progress, void* user);

/* Brings `count` paths (files, archives, folders) into a corpus opened with SAHAFA_WRITE, then its index, tokens and
 * claims up to date. `options`: those of `sahafa ingest`, or NULL. The table has one row: sources, articles, copies,
 * duplicates, skipped, failed; what was wrong with inputs stands in sahafa_issues. Idempotent; cancelled or killed, the
 * next call goes on. With the option "dry-run" nothing is stored, any handle will do, and the table has a row for each
 * reader; "report" names a file for a table of the sources. @since 0.1 */
SAHAFA_API sahafa_status sahafa_ingest(sahafa_corpus* corpus, const char* const* paths, size_t count,
                                       const sahafa_options* options, sahafa_table** out);

/* Runs "index" (makes the full-text index anew, as `options` say from then on) or "remove" (takes articles out: `arguments` are
 * their ids, or the options choose them; index, tokens and claims follow) on a corpus opened with SAHAFA_WRITE, with the
 * options of the command line. The table is what the verb prints. Cancelled or killed, the same call goes on. @since 0.1 */
SAHAFA_API sahafa_status sahafa_change(sahafa_corpus* corpus, const char* verb, const char* const* arguments,
                                       size_t count, const sahafa_options* options, sahafa_table** out);

/* Everything that was wrong with inputs: path, place, kind, message, fatal (1: nothing was taken). @since 0.1 */
SAHAFA_API sahafa_status sahafa_issues(sahafa_corpus* corpus, sahafa_table** out);

/* Verifies that the corpus is whole; a row (problem) for each thing that is wrong. @since 0.1 */
SAHAFA_API sahafa_status sahafa_check(sahafa_corpus* corpus, sahafa_table** out);

/* Where each copy of each article stands: article, path, encoding, begin and end (bytes of the source decoded to UTF-8). @since 0.1 */
SAHAFA_API sahafa_status sahafa_copies(sahafa_corpus* corpus, sahafa_table** out);

/* How fields of articles were found (json-ld, meta, url, ...) that no line of the text states: article, field ("date",
 * "outlet", ...), origin. @since 0.1 */
SAHAFA_API sahafa_status sahafa_origins(sahafa_corpus* corpus, sahafa_table** out);

/* Up to `limit` whole articles with an id above `after`, by id: id, key, outlet, lang, date, title, authors, url, genre,
 * words, text. Called with the last id until no row comes, it streams a corpus of any size; 0 begins. @since 0.1 */
SAHAFA_API sahafa_status sahafa_read_articles(sahafa_corpus* corpus, int64_t after, size_t limit,
                                              sahafa_table** out);

/* The same as an Arrow stream of batches of up to `batch` articles, each read when it is asked for. The caller releases the
 * stream, which works on after sahafa_close. @since 0.1 */
struct ArrowArrayStream;
SAHAFA_API sahafa_status sahafa_stream_articles(sahafa_corpus* corpus, size_t batch,
                                                struct ArrowArrayStream* out);

/* ---- analyses: every verb of the command line that makes a table ---------------------------------------------- */

/* What can be run: name, summary, example. @since 0.1 */
SAHAFA_API sahafa_status sahafa_analyses(sahafa_table** out);

/* The options of one: name, value, help, default, positional (1: a bare argument on the command line). @since 0.1 */
SAHAFA_API sahafa_status sahafa_analysis_options(const char* analysis, sahafa_table** out);

/* Runs `analysis` ("search", "keyness", "stance", ...) with `options` (NULL: defaults). As on the command line, the option
 * "plot" draws the result into the file that it names, and "evidence" writes the sentences behind the rows into a file; with
 * "-" for it the table is that of those sentences. Analyses report no progress, and run to their end. @since 0.1 */
SAHAFA_API sahafa_status sahafa_run(sahafa_corpus* corpus, const char* analysis,
                                    const sahafa_options* options, sahafa_table** out);

/* Writes an analysis to the file `path` in the form that its option "as" names: a graph, a matrix. @since 0.1 */
SAHAFA_API sahafa_status sahafa_render(sahafa_corpus* corpus, const char* analysis,
                                       const sahafa_options* options, const char* path);

/* Writes the report, one HTML page, to the file `path`. @since 0.1 */
SAHAFA_API sahafa_status sahafa_report(sahafa_corpus* corpus, const sahafa_options* options,
                                       const char* path);

/* Writes articles for other programs to the file `path`; `options`: those of `sahafa export`. With the option "folder"
 * they go there, and `path` is not looked at. @since 0.1 */
SAHAFA_API sahafa_status sahafa_export(sahafa_corpus* corpus, const sahafa_options* options,
                                       const char* path);

/* ---- verbs of the command line that read files and need no corpus --------------------------------------------- */

/* Runs "extract", "tokens", "train", "classify" (arguments: paths) or "codebook" (check, lint or show, and a file) with
 * the options of the command line. The table is what the verb prints; that of train has columns only with the option
 * "judge". What was wrong with inputs of extract and tokens stands in the notes. From any number of threads. @since 0.1 */
SAHAFA_API sahafa_status sahafa_run_files(const char* verb, const char* const* arguments, size_t count,
                                          const sahafa_options* options, sahafa_table** out);

/* ---- tables: immutable, read by whole column without a copy --------------------------------------------------- */

/* 0 for a handle that is none. @since 0.1 */
SAHAFA_API size_t sahafa_table_rows(const sahafa_table* table);
SAHAFA_API size_t sahafa_table_columns(const sahafa_table* table);
SAHAFA_API size_t sahafa_table_notes(const sahafa_table* table);

/* Name of a column; what must be known to read the table (formula, seed, what was counted). Borrowed, end with NUL;
 * NULL for a number that is none. @since 0.1 */
SAHAFA_API const char* sahafa_table_name(const sahafa_table* table, size_t column);
SAHAFA_API const char* sahafa_table_note(const sahafa_table* table, size_t note);

/* @since 0.1 */
SAHAFA_API sahafa_status sahafa_table_type(const sahafa_table* table, size_t column, sahafa_type* out);

/* Borrowed columns of as many values as there are rows. SAHAFA_ERROR_ARGUMENT for a column of another type. @since 0.1 */
SAHAFA_API sahafa_status sahafa_table_integers(const sahafa_table* table, size_t column, const int64_t** out);
SAHAFA_API sahafa_status sahafa_table_numbers(const sahafa_table* table, size_t column, const double** out);

/* Cell i is bytes [offsets[i], offsets[i + 1]); there is one offset more than there are rows. @since 0.1 */
SAHAFA_API sahafa_status sahafa_table_text(const sahafa_table* table, size_t column, const char** bytes,
                                           const int64_t** offsets);

/* A byte a row, 0 where there is no value; NULL where every row has one. @since 0.1 */
SAHAFA_API sahafa_status sahafa_table_valid(const sahafa_table* table, size_t column, const uint8_t** out);

/* Writes the table to the file `path` as "csv", "tsv", "jsonl" or "table". @since 0.1 */
SAHAFA_API sahafa_status sahafa_table_write(const sahafa_table* table, const char* format, const char* path);

/* @since 0.1 */
SAHAFA_API void sahafa_table_free(sahafa_table** table);

/* ---- Arrow's C data interface: the same memory for pyarrow, polars, duckdb, R, Julia -------------------------- */

#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE

#define ARROW_FLAG_DICTIONARY_ORDERED 1
#define ARROW_FLAG_NULLABLE 2
#define ARROW_FLAG_MAP_KEYS_SORTED 4

struct ArrowSchema {
  const char* format;
  const char* name;
  const char* metadata;
  int64_t flags;
  int64_t n_children;
  struct ArrowSchema** children;
  struct ArrowSchema* dictionary;
  void (*release)(struct ArrowSchema*);
  void* private_data;
};

struct ArrowArray {
  int64_t length;
  int64_t null_count;
  int64_t offset;
  int64_t n_buffers;
  int64_t n_children;
  const void** buffers;
  struct ArrowArray** children;
  struct ArrowArray* dictionary;
  void (*release)(struct ArrowArray*);
  void* private_data;
};

#endif /* ARROW_C_DATA_INTERFACE */

#ifndef ARROW_C_STREAM_INTERFACE
#define ARROW_C_STREAM_INTERFACE

struct ArrowArrayStream {
  int (*get_schema)(struct ArrowArrayStream*, struct ArrowSchema* out);
  int (*get_next)(struct ArrowArrayStream*, struct ArrowArray* out);
  const char* (*get_last_error)(struct ArrowArrayStream*);
  void (*release)(struct ArrowArrayStream*);
  void* private_data;
};

#endif /* ARROW_C_STREAM_INTERFACE */

/* The table as a struct array of its columns. The caller owns both structs and releases them; the memory lives until
 * then, whatever becomes of the table's handle. @since 0.1 */
SAHAFA_API sahafa_status sahafa_table_export_arrow(const sahafa_table* table, struct ArrowSchema* schema,
                                                   struct ArrowArray* array);

/* The same as a stream of batches of up to 65,536 rows. @since 0.1 */
SAHAFA_API sahafa_status sahafa_table_export_arrow_stream(const sahafa_table* table,
                                                          struct ArrowArrayStream* out);

#ifdef __cplusplus
}
#endif

#endif /* SAHAFA_H */
