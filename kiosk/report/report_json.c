/* For machines: what was answered and the report's own sentences. How the person answered is told
 * in four classes of time and not at all in signs; the sealed record keeps what scoring needs. */
#include "report/report.h"

#include "base/json/canonical.h"
#include "base/json/json_shown.h"
#include "sitting/sitting_words.h"
#include "report/report_source.h"
#include "sitting/sitting_answer.h"

static void add_pair(struct canonical *canonical, struct arena *arena,
                     const struct page_row *row)
{
    const struct span name = row->cells[0], value = row->cells[1];
    canonical_text(canonical, NULL,
                   !name.count    ? value
                   : !value.count ? name
                                  : span_format(arena, "%.*s: %.*s", SPAN_ARGS(name),
                                                SPAN_ARGS(value)));
}

/* Tables, charts and own words are in the record itself. */
static void add_block(struct canonical *canonical, struct arena *arena,
                      const struct page_block *block)
{
    switch (block->kind) {
    case PAGE_LEAD:
    case PAGE_TEXT:
    case PAGE_NOTE:
        canonical_text(canonical, NULL, block->words);
        break;
    case PAGE_LIST:
    case PAGE_FACTS:
        for (const struct page_row *row = block->first; row; row = row->next)
            add_pair(canonical, arena, row);
        break;
    case PAGE_TABLE:
    case PAGE_QUOTE:
    case PAGE_EXACT:
    case PAGE_CHART:
    case PAGE_IMAGE:
    case PAGE_WAYS: /* no report leads anywhere or asks anything */
    case PAGE_NOTICE:
    case PAGE_STEPS:
    case PAGE_RANGES:
    case PAGE_TIMELINE:
    case PAGE_TALLY:
    case PAGE_PAGER:
    case PAGE_FORM:
    case PAGE_FILTER:
        break;
    }
}

static void add_sections(struct canonical *canonical, struct arena *arena,
                         const struct page *page)
{
    canonical_list(canonical, "sections");
    for (const struct page_section *section = page->first; section;
         section = section->next) {
        canonical_object(canonical, NULL);
        canonical_text(canonical, "id", span_of(section->id));
        canonical_list(canonical, "sentences");
        for (const struct page_block *block = section->first; block; block = block->next)
            add_block(canonical, arena, block);
        canonical_end(canonical);
        canonical_text(canonical, "title", section->title);
        canonical_end(canonical);
    }
    canonical_end(canonical);
}

static const char *time_class(int64_t spent_ms)
{
    return spent_ms < 5000    ? "under 5 s"
           : spent_ms < 20000 ? "5 to 20 s"
           : spent_ms < 60000 ? "20 to 60 s"
                              : "over 60 s";
}

/* Who interviews reads own words, and no choice. */
static bool is_told(const struct sitting *sitting, size_t step,
                    const struct report_facts *facts)
{
    return is_sitting_counted(sitting, step) &&
           (facts->reader == REPORT_RECRUITER ||
            is_report_source_own_words(sitting_part(sitting, step)->use));
}

/* Only where they say more than the value itself. */
static void add_words(struct canonical *canonical, const struct sitting *sitting,
                      size_t step)
{
    const struct answer *answer = &sitting->answers[step];
    struct answer_values values;
    if (!is_report_source_own_words(sitting_part(sitting, step)->use) ||
        (answer->state != ANSWER_GIVEN && answer->state != ANSWER_PARTIAL))
        return;
    const struct span words =
        sitting_words_answer(canonical->buffer.arena, sitting, step);
    answer_values(sitting->steps[step].item, answer, &values);
    if (words.count && !(values.count == 1 && is_span_equal(values.texts[0], words)))
        canonical_text(canonical, "words", words);
}

static void add_answers(struct canonical *canonical, const struct sitting *sitting,
                        const struct report_facts *facts)
{
    canonical_list(canonical, "answers");
    for (size_t step = 0; step < sitting->step_count; step++) {
        if (!is_told(sitting, step, facts))
            continue;
        canonical_object(canonical, NULL);
        canonical_text(canonical, "id",
                       sitting_step_id(canonical->buffer.arena, sitting, step));
        if (facts->reader == REPORT_RECRUITER)
            canonical_text(canonical, "page_open",
                           span_of(time_class(sitting->answers[step].spent_ms)));
        sitting_answer_value_put(canonical, sitting, step, &sitting->answers[step]);
        add_words(canonical, sitting, step);
        canonical_end(canonical);
    }
    canonical_end(canonical);
}

/* What the desk knows besides the record; nothing at all of a rater's. Whoever interviews learns
 * neither card nor receipt: who shows a receipt is given the whole report. */
static void add_facts(struct canonical *canonical, const struct report_facts *facts)
{
    const bool is_interviewer = facts->reader == REPORT_INTERVIEWER;
    canonical_object(canonical, "facts");
    canonical_whole(canonical, "arrival", facts->arrival);
    canonical_text(canonical, "device", facts->device_label);
    /* the key of released reports: programs read it by this name */
    canonical_text(canonical, "form_hash", facts->assessment_hash);
    canonical_text(canonical, "handle", facts->handle);
    if (!is_interviewer)
        canonical_whole(canonical, "invite", facts->invite);
    canonical_flag(canonical, "is_same_again", facts->is_same_again);
    canonical_flag(canonical, "is_verified", facts->is_verified);
    canonical_text(canonical, "keyset_hash", facts->keyset_hash);
    canonical_text(canonical, "organization", facts->organization);
    if (!is_interviewer)
        canonical_text(canonical, "receipt", facts->receipt);
    canonical_whole(canonical, "sealed_unix_ms", facts->sealed_unix_ms);
    canonical_text(canonical, "software_hash", facts->software_hash);
    canonical_text(canonical, "vacancy_title", facts->vacancy_title);
    canonical_end(canonical);
}

struct span report_json(struct arena *arena, const struct record *record,
                        const struct report_facts *facts)
{
    struct canonical canonical = canonical_begin(arena);
    struct page page;
    const bool is_candidate = record->sitting->start.role == ROLE_CANDIDATE;
    report_build(arena, record, facts, &page);
    canonical_object(&canonical, NULL);
    if (is_candidate) {
        add_answers(&canonical, record->sitting, facts);
        add_facts(&canonical, facts);
    }
    canonical_text(&canonical, "format", SPAN("resonance-report-2"));
    canonical_text(&canonical, "running", page.running);
    add_sections(&canonical, arena, &page);
    canonical_text(&canonical, "title", page.title);
    canonical_end(&canonical);
    return json_shown(arena, canonical_bytes(&canonical));
}

struct span report_record(struct arena *arena, const struct record *record,
                          const struct report_facts *facts)
{
    (void)facts;
    return record_write(arena, record->sitting, record->basis, record->scorecard,
                        &record->provenance);
}
