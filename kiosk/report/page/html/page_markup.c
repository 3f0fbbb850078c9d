#include "report/page/html/page_markup.h"

#include "report/page/html/page_escape.h"

void page_markup(struct buffer *out, const char *before, struct span text,
                 const char *after)
{
    buffer_text(out, before);
    page_escape(out, text);
    buffer_text(out, after);
}

void page_markup_language(struct buffer *out, struct span page_language,
                          struct span language)
{
    if (!language.count)
        return;
    if (!is_span_equal(language, page_language))
        page_markup(out, " lang=\"", language, "\"");
    buffer_text(out, " dir=\"auto\"");
}
