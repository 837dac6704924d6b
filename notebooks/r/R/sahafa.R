# A corpus of press texts from R: every result is a data frame, its notes (formula, seed, what was counted) in attr(x, "notes").

sahafa_version <- function() .Call(C_version)

# What can be run: name, summary, example.
sahafa_analyses <- function() .Call(C_analyses)

# The options of one analysis.
sahafa_options_of <- function(analysis) .Call(C_options_of, enc2utf8(analysis))

# Opens the corpus in the folder `path`; with `write` it is made if it is not there.
sahafa_open <- function(path, write = FALSE) {
  structure(list(path = path, handle = .Call(C_open, enc2utf8(path.expand(path)), isTRUE(write))), class = "sahafa_corpus")
}

sahafa_close <- function(corpus) invisible(.Call(C_close, corpus$handle))

# Brings files, archives and folders in; options are those of `sahafa ingest`. One row of counts.
sahafa_ingest <- function(corpus, paths, ...) {
  .Call(C_ingest, corpus$handle, enc2utf8(path.expand(paths)), as_options(...))
}

# Runs an analysis. Options are those of the command line, with _ for -; a vector is a list with commas:
#   sahafa_run(corpus, "search", query = "تسريب", lang = c("fr", "ar"))
sahafa_run <- function(corpus, analysis, ...) {
  .Call(C_run, corpus$handle, enc2utf8(analysis), as_options(...))
}

# Up to `limit` whole articles with an id above `after`.
sahafa_articles <- function(corpus, after = 0, limit = 1000) {
  .Call(C_articles, corpus$handle, as.numeric(after), as.numeric(limit))
}

print.sahafa_corpus <- function(x, ...) {
  cat(sprintf("sahafa corpus %s\n", x$path))
  invisible(x)
}

# Named options as two character vectors; FALSE and NULL leave an option out.
as_options <- function(...) {
  given <- Filter(function(value) !is.null(value) && !isFALSE(value), list(...))
  if (length(given) > 0 && (is.null(names(given)) || any(names(given) == ""))) stop("options need names, e.g. by = \"outlet\"")
  as_text <- function(value) if (isTRUE(value)) "true" else paste(enc2utf8(as.character(value)), collapse = ",")
  list(gsub("_", "-", names(given), fixed = TRUE), vapply(given, as_text, "", USE.NAMES = FALSE))
}
