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
        span_copy(findings->command->arena, span_of(what)),
        span_of(mend),
    };
}

void findings_failed(struct findings *findings, const char *about, const char *mend)
{
    findings_add(findings, FINDING_WRONG, about, mend, "%s", status_last());
}

static void show_json(const struct findings *findings)
{
    struct canonical c = canonical_begin(findings->command->arena);
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
    buffer_format(&findings->command->out, "%.*s\n", SPAN_ARGS(canonical_bytes(&c)));
}

void findings_show(const struct findings *findings)
{
    struct buffer *out = &findings->command->out;
    if (has_option(&findings->command->options, "json")) {
        show_json(findings);
        return;
    }
    for (size_t i = 0; i < findings->count; i++) {
        const struct finding *row = &findings->list[i];
        buffer_format(out, "%-6s %-11s %.*s\n", weight_words[row->weight], row->about,
                      SPAN_ARGS(row->what));
        if (row->mend.count)
            buffer_format(out, "%-18s -> %.*s\n", "", SPAN_ARGS(row->mend));
    }
}
