// PDFs read in processes of their own, because poppler can be neither interrupted nor kept from taking memory: the kernel ends what takes too
// long or too much, or what breaks the library, and the ingest goes on with an issue.
//
// The children are forked, and a fork copies the locks that other threads hold at that moment. So read_pdfs() is called where the caller has
// no threads at work: between the stages of a batch. In a program with threads of its own (Python) one of them may be inside iconv just
// then; the child would hang, and end as an issue at its time limit.
#pragma once

#include <chrono>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/encoding.h"
#include "ingest/hints.h"
#include "ingest/reader.h"

namespace sahafa {

/// For one PDF.
struct PdfLimits {
  std::chrono::seconds cpu{180};             ///< decode_pdf stops by itself after two minutes, between pages
  std::chrono::seconds wall{900};            ///< for a machine that is busy with other things
  std::size_t bytes = std::size_t{2} << 30;  ///< more than the process has already
};

struct PdfFileToRead {
  std::string_view bytes;
  SourceHints said;  ///< by its container
};

/// What decode_pdf gave, or why it gave nothing.
struct ReadPdf {
  DecodedText decoded;
  SourceHints said;
  std::string failure;
};

/// Reads each of `files`, `jobs` at once, results in their order. Where no process can be started the file is read without limits.
std::vector<ReadPdf> read_pdfs(std::span<const PdfFileToRead> files, std::size_t jobs,
                               const PdfLimits& limits = {});

/// The same for one file, in this process and without limits.
ReadPdf read_pdf_here(const PdfFileToRead& file);

/// What read_source gives for the PDF `bytes`, of which `pdf` was read.
Intake read_pdf_source(std::string_view path, std::string_view bytes, ReadPdf pdf,
                       const ReadOptions& options);

}  // namespace sahafa
