#include "app/desk/office/findings.h"

#include "base/json/canonical.h"

#include <stdarg.h>
#include <stdio.h>

enum { WHAT_BYTES = 1200 };

static const char *const weight_words[] = {
    [FINDING_GOOD] = "good",
    [FINDING_NOTE] = "note",
    [FINDING_WRONG] = "wrong",
};

void findings_add(struct findings *findings, enum finding_weight weight,
                  const char *about, const char *mend, const char *format, ...)
{
    char what[WHAT_BYTES];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(what, sizeof what, format, arguments);
    va_end(arguments);
    findings->wrong_count += weight == FINDING_WRONG;
    if (findings->count == FINDINGS_MAX)
        return;
    findings->list[findings->count++] = (struct finding){
        weight,
        about,
        span_copy(&findings->office->arena, span_of(what)),
        span_of(mend),
    };
}

void findings_failed(struct findings *findings, const char *about, const char *mend)
{
    findings_add(findings, FINDING_WRONG, about, mend, "%s", status_last());
}

struct span findings_json(struct arena *arena, const struct findings *findings)
{
    struct canonical c = canonical_begin(arena);
    canonical_object(&c, NULL);
    canonical_list(&c, "findings");
    for (size_t i = 0; i < findings->count; i++) {
        const struct finding *row = &findings->list[i];
        canonical_object(&c, NULL);
        canonical_text(&c, "about", span_of(row->about));
        canonical_text(&c, "mend", row->mend);
        canonical_text(&c, "weight", span_of(weight_words[row->weight]));
        canonical_text(&c, "what", row->what);
        canonical_end(&c);
    }
    canonical_end(&c);
    canonical_whole(&c, "wrong", (int64_t)findings->wrong_count);
    canonical_end(&c);
    return span_format(arena, "%.*s\n", SPAN_ARGS(canonical_bytes(&c)));
}

void findings_put(const struct findings *findings, struct page_section *section)
{
    static const struct page_column columns[3];
    struct page_block *table = page_add_table(section, "", columns, 3);
    for (size_t i = 0; i < findings->count; i++) {
        const struct finding *finding = &findings->list[i];
        struct page_row *row = page_row(table, SPAN(""));
        row->cells[0] = span_of(weight_words[finding->weight]);
        row->cells[1] = span_of(finding->about);
        row->cells[2] = finding->what;
        if (finding->mend.count)
            page_remark(table, row,
                        span_format(section->arena, "-> %.*s", SPAN_ARGS(finding->mend)));
    }
}
