// Who wrote the article of a page.
#pragma once

#include "ingest/html_outlet.h"
#include "ingest/html_places.h"
#include "ingest/html_statements.h"
#include "ingest/json_ld.h"

namespace sahafa {

/// The names, separated by "; ": what the data say, else meta elements, microdata, a line or element near the headline.
/// The name of the site is an author only where nobody else is one and the data say so.
FoundValue find_authors(const PageStatements& found, const JsonLdArticle& data, const Neighbourhood& near,
                        const SiteNames& site);

}  // namespace sahafa
