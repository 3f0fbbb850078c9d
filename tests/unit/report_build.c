/* Reports: everything that was answered is there, escaped; what must not be said is not. */
#include "markup.h"
#include "report_case.h"

#include "base/json/json.h"
#include "base/utf8.h"
#include "profile/wording.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

static struct arena arena;
static struct assessment *shipped;
static struct basis *agreed;
static struct report_facts facts;

static int arena_begin(void **state)
{
    (void)state;
    arena_init(&arena, 512 << 20);
    shipped = report_case_shipped(&arena, SOURCE_DIR "/questionnaires/strategy-fit");
    agreed = report_case_basis(&arena, shipped, 9, .8);
    facts = report_case_facts();
    return 0;
}

static int arena_end(void **state)
{
    (void)state;
    arena_done(&arena);
    return 0;
}

static struct sitting *candidate(uint64_t seed, double share)
{
    const struct sample_person person = sample_person_of(seed, 5, share);
    return sample_sit(&arena, shipped, ROLE_CANDIDATE, seed, &person);
}

static struct record *some_record(void)
{
    return report_case_record(&arena, candidate(11, .6), agreed);
}

static int has(struct span bytes, const char *text)
{
    return memmem(bytes.data, bytes.count, text, strlen(text)) != NULL;
}

/* "nan" as a number; "resonance" is none. */
static bool has_nan(struct span bytes)
{
    return has(bytes, ">nan") || has(bytes, " nan") || has(bytes, "nan%") ||
           has(bytes, "−nan");
}

static size_t count_of(struct span bytes, const char *text)
{
    size_t count = 0;
    while (has(bytes, text)) {
        const char *at = memmem(bytes.data, bytes.count, text, strlen(text));
        bytes = span_cut(bytes, (size_t)(at - bytes.data) + strlen(text), bytes.count);
        count++;
    }
    return count;
}

/* Lines joined, so that a sentence is found wherever it was broken. */
static struct span unwrapped(struct span text)
{
    struct buffer out = buffer_init(&arena, 4 << 20);
    size_t blanks = 0;
    for (size_t i = 0; i < text.count; i++) {
        const bool is_blank = text.data[i] == ' ' || text.data[i] == '\n';
        blanks = is_blank ? blanks + 1 : 0;
        if (blanks < 2)
            buffer_add(&out, is_blank ? SPAN(" ") : span_cut(text, i, 1));
    }
    return buffer_span(&out);
}

static struct span text_of(const struct record *record)
{
    return unwrapped(report_text(&arena, record, &facts));
}

static void nothing_foreign_is_markup(void **state)
{
    (void)state;
    static const char *const planted = "<script>&\"'</script>";
    struct sitting *sitting = candidate(11, .6);
    static const char *const steps[] = {"story:meaning", "story:contribute",
                                        "interview:q2", "closing:anything"};
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
        report_case_say(sitting, steps[i], planted);
    agreed->title = agreed->dimensions[3].importance_reason = span_of(planted);
    facts.handle = facts.organization = facts.vacancy_title = span_of(planted);
    facts.device_label = facts.receipt = facts.assessment_hash = span_of(planted);
    const struct record *record = report_case_record(&arena, sitting, agreed);
    const struct span html = report_html(&arena, record, &facts);
    assert_true(is_markup_whole(html));
    assert_false(has(html, "<script"));
    assert_true(count_of(html, "&lt;script&gt;&amp;&quot;&#39;&lt;/script&gt;") >= 14);
    assert_int_equal(count_of(report_text(&arena, record, &facts), "  | <script>&\"'"),
                     4);
}

static void the_page_needs_nothing_from_elsewhere(void **state)
{
    (void)state;
    static const char *const elsewhere[] = {
        "http:",   "https:", "//",      "src=",   "url(",    "@import",   "<link",
        "<script", "<img",   "<iframe", "onload", "onclick", "javascript"};
    const struct span html = report_html(&arena, some_record(), &facts);
    assert_true(is_markup_whole(html));
    for (size_t i = 0; i < sizeof elsewhere / sizeof *elsewhere; i++)
        assert_false(has(html, elsewhere[i]));
    assert_true(has(html, "<html lang=\"en\">"));
    assert_true(has(html, "Content-Security-Policy"));
}

static void every_statement_is_shown_and_counted(void **state)
{
    (void)state;
    const struct record *record = some_record();
    const struct span html = report_html(&arena, record, &facts);
    const struct questionnaire *values =
        assessment_part(shipped, PART_RESONANCE, ROLE_CANDIDATE, SPAN(""))->questionnaire;
    for (size_t i = 0; i < values->item_count; i++) {
        for (size_t j = 0; j < values->items[i].option_count; j++) {
            const struct span key = values->items[i].options[j].text_key;
            struct buffer escaped = buffer_init(&arena, 1000);
            buffer_format(&escaped, "<th scope=\"row\">%.*s</th>",
                          SPAN_ARGS(questionnaire_text(values, SPAN("en"),
                                                       SPAN("candidate"), key)));
            assert_int_equal(count_of(html, span_text(&arena, buffer_span(&escaped))), 1);
        }
    }
    assert_int_equal(count_of(html, "● most"), 20);
    assert_int_equal(count_of(html, "○ least"), 20);
    assert_int_equal(count_of(html, ", reversed</td>"), 7);
}

static void the_sums_add_up(void **state)
{
    (void)state;
    struct sitting *sitting = candidate(11, .6);
    assert_true(has(text_of(report_case_record(&arena, sitting, agreed)),
                    "Choices given: 20; most: 20; least: 20."));
    const struct answer none = {.state = ANSWER_NONE};
    sitting->is_finished = 0;
    sitting_put(sitting, (size_t)sitting_find(sitting, SPAN("values:b07")), &none);
    sitting->is_finished = 1;
    const struct span text = text_of(report_case_record(&arena, sitting, agreed));
    assert_true(has(text, "Choices given: 19; most: 19; least: 19."));
    assert_true(has(text, "Sum 19 19 76"));
    assert_int_equal(count_of(text, ": left open "), 1);
}

static void the_pilot_line_is_on_every_format(void **state)
{
    (void)state;
    const struct record *record = some_record();
    for (int is_pilot = 1; is_pilot >= 0; is_pilot--) {
        shipped->is_pilot = is_pilot;
        const struct span html = report_html(&arena, record, &facts);
        assert_int_equal(has(html, "<p class=\"running\">Pilot form, not for decisions."),
                         is_pilot);
        assert_int_equal(has(text_of(record), "Pilot form, not for decisions."),
                         is_pilot);
        assert_int_equal(
            has(report_json(&arena, record, &facts), "Pilot form, not for decisions."),
            is_pilot);
        assert_true(has(html, ".top{display:table-header-group"));
    }
}

static void no_line_is_wider_than_promised(void **state)
{
    (void)state;
    char wide[1201];
    memset(wide, 'w', sizeof wide - 1);
    wide[sizeof wide - 1] = 0;
    for (uint64_t seed = 1; seed <= 5; seed++) {
        struct sitting *sitting = candidate(seed, .2 * (double)seed);
        struct span line, text;
        report_case_say(sitting, "story:contribute", wide);
        facts.organization = facts.vacancy_title = span_of(wide);
        text = report_text(&arena, report_case_record(&arena, sitting, agreed), &facts);
        assert_int_equal(utf8_wrong(text), text.count);
        while (span_next(&text, '\n', &line))
            assert_true(utf8_count(line) <= PAGE_PLAIN_COLUMNS);
    }
}

static void own_words_are_whole_and_blanks_are_told(void **state)
{
    (void)state;
    struct sitting *sitting = candidate(11, .6);
    const struct answer declined = {.state = ANSWER_DECLINED};
    report_case_say(sitting, "story:meaning", "First line.\n\nCafé, zweite Zeile.");
    report_case_say(sitting, "story:contribute", "");
    report_case_say(sitting, "closing:anything", "x");
    sitting->is_finished = 0;
    sitting_put(sitting, (size_t)sitting_find(sitting, SPAN("interview:q2")), &declined);
    sitting->is_finished = 1;
    const struct record *record = report_case_record(&arena, sitting, agreed);
    const struct span html = report_html(&arena, record, &facts);
    assert_true(has(html, ">First line.\n\nCafé, zweite Zeile.</blockquote>"));
    assert_int_equal(count_of(html, "Left open.<"), 1);
    assert_int_equal(count_of(html, "Preferred not to say."), 1);
    assert_true(has(report_text(&arena, record, &facts),
                    "  | First line.\n  |\n  | Café, zweite Zeile.\n"));
}

static const struct json *root_of(struct span bytes)
{
    const struct json_limits limits = {8 << 20, 32, 200000};
    struct json_document document;
    struct json_fault fault;
    assert_int_equal(json_read(&arena, bytes, &limits, &document, &fault), OK);
    assert_null(document.duplicates);
    return document.root;
}

static void the_sealed_record_is_given_unchanged(void **state)
{
    (void)state;
    const struct record *record = some_record();
    const struct span sealed = record_write(&arena, record->sitting, record->basis,
                                            record->scorecard, &record->provenance);
    assert_true(is_span_equal(report_record(&arena, record, &facts), sealed));
}

/* What programs read of a person: answers and sentences, nothing of how they were given. */
static void the_json_tells_no_times_and_no_signs(void **state)
{
    (void)state;
    static const char *const hidden[] = {"spent_ms", "changes", "rlh",
                                         "fast_",    "flags",   "asks_for_caution",
                                         "longest_", "irv",     "position_p"};
    const struct record *record = some_record();
    const struct span bytes = report_json(&arena, record, &facts);
    const struct json *root = root_of(bytes);
    assert_true(is_span(json_get(root, "format")->text, "resonance-report-2"));
    assert_true(is_span(json_get(json_get(root, "facts"), "handle")->text, "K7-Q2"));
    assert_true(json_get(root, "sections")->count >= 8);
    assert_true(json_get(root, "answers")->count > 50);
    for (const struct json *at = json_get(root, "answers")->first; at; at = at->next)
        assert_true(json_get(at, "page_open")->text.count > 0);
    for (size_t i = 0; i < sizeof hidden / sizeof *hidden; i++)
        assert_false(has(bytes, hidden[i]));
}

/* Who interviews gets topics, questions and own words. */
static void an_interviewer_sees_no_figure(void **state)
{
    (void)state;
    const struct record *record = some_record();
    facts.reader = REPORT_INTERVIEWER;
    facts.guide = report_case_guide(&arena, record);
    const struct span text = text_of(record);
    assert_true(has(text, "Interview with K7-Q2"));
    assert_true(has(text, "Tell me about a promise that was hard to keep."));
    assert_true(has(text, "Topics to talk about"));
    assert_true(has(text, "In their own words"));
    assert_false(has(text, "R = "));
    assert_false(has(text, "What fits"));
    assert_false(has(text, "What differs"));
    assert_false(has(text, "How each answer counted"));
    assert_false(has(text, "Technical appendix"));
    const struct span json = report_json(&arena, record, &facts);
    assert_false(has(json, "values:"));
    assert_false(has(json, "drivers:"));
    assert_false(has(json, "page_open"));
}

static void each_absence_has_its_sentence(void **state)
{
    (void)state;
    struct record *record = some_record();
    assert_true(has(text_of(record), "R = "));
    for (size_t i = 0; i < record->basis->dimension_count; i++)
        record->basis->dimensions[i].gate = i != 0;
    for (enum resonance_absence none = RESONANCE_SMALL_SET;
         none <= RESONANCE_FLAT_ORGANIZATION; none++) {
        record->scorecard->now.absence = none;
        const struct span text = text_of(record);
        assert_true(has(text, ">> No figure"));
        assert_true(has(text, wording_figure(&record->scorecard->now)));
        assert_int_equal(has(text, "They differ most on: Growth through practice."),
                         none == RESONANCE_NOT_ONE_VOICE || none == RESONANCE_FEW_AGREED);
        assert_false(has(text, "line from −1 (different)"));
        assert_true(has(text, "One session is a rough measure."));
    }
}

static void a_provisional_profile_says_so(void **state)
{
    (void)state;
    const struct basis *few = report_case_basis(&arena, shipped, 6, .8);
    const struct record *record = report_case_record(&arena, candidate(11, .6), few);
    assert_int_equal(record->scorecard->now.absence, RESONANCE_FIGURE);
    assert_true(record->scorecard->now.is_provisional);
    assert_true(has(text_of(record),
                    "5 colleagues have described the organization. Together they make a "
                    "provisional profile;"));
    assert_true(has(text_of(record), wording_figure(&record->scorecard->now)));
}

static void a_split_organization_is_told_where(void **state)
{
    (void)state;
    const struct basis *split = report_case_basis(&arena, shipped, 9, .1);
    const struct record *record = report_case_record(&arena, candidate(11, .6), split);
    assert_int_equal(record->scorecard->now.absence, RESONANCE_NOT_ONE_VOICE);
    assert_true(has(text_of(record), "a split profile"));
    assert_true(has(text_of(record), "They differ most on: "));
    assert_true(
        has(text_of(record), "There is no figure for what the strategy needs either"));
    for (size_t i = 0; i < record->scorecard->dimension_count; i++)
        record->scorecard->dimensions[i].gate = 0;
    assert_true(has(text_of(record), "Where people here do not agree"));
}

/* Nobody has said what is usual: the figure stands with its range, and no word. */
static void without_a_norm_there_is_no_word(void **state)
{
    (void)state;
    report_case_norm(agreed, 29);
    const struct record *record = report_case_record(&arena, candidate(11, .6), agreed);
    const struct span text = text_of(record), html = report_html(&arena, record, &facts);
    assert_int_equal(record->scorecard->now.phrase, RESONANCE_UNSAID_NORM);
    assert_true(has(text, wording_unsaid(RESONANCE_UNSAID_NORM)));
    assert_true(has(text, ">> R = "));
    assert_true(has(text, ", range "));
    assert_false(has(text, "as usual"));
    assert_false(has(html, "as usual"));
    for (int i = RESONANCE_CLEARLY_ALIGNED; i <= RESONANCE_CLEARLY_DIFFERENT; i++)
        assert_false(has(html, wording_phrase((enum resonance_phrase)i)));
    assert_int_equal(count_of(html, "<td>what is usual is not known</td>"), 7);
    report_case_norm(agreed, 30);
    const struct record *known = report_case_record(&arena, candidate(11, .6), agreed);
    assert_true(has(
        text_of(known),
        span_text(&arena,
                  wording_title(&arena, wording_phrase(known->scorecard->now.phrase)))));
    assert_true(has(text_of(known), "usual among the 30 people"));
}

static void without_an_organization_only_the_person_is_shown(void **state)
{
    (void)state;
    const struct record *record = report_case_record(&arena, candidate(11, .6), NULL);
    const struct span html = report_html(&arena, record, &facts);
    assert_true(is_markup_whole(html));
    assert_int_equal(record->scorecard->now.absence, RESONANCE_FEW_RATERS);
    assert_true(has(html, wording_figure(&record->scorecard->now)));
    assert_false(has(html, "What fits"));
    assert_false(has(html, "the organization now, with range"));
    assert_false(has_nan(html));
    assert_true(has(text_of(record), "so there are no gaps."));
}

/* A topic stands in one list only. */
static void topics_stand_where_the_evidence_puts_them(void **state)
{
    (void)state;
    struct record *record = some_record();
    struct dimension_score *score = &record->scorecard->dimensions[0];
    score->organization = -.2;
    score->needed = .3;
    score->score = .8;
    static const char *const words[] = {
        [TOPIC_FITS] =
            "Growth through practice: Matters to both: person 0.80, here −0.20.",
        [TOPIC_DIFFERS] =
            "Growth through practice: Matters more to the person than it does here: "
            "person 0.80, here −0.20.",
        [TOPIC_ALSO] =
            "Growth through practice: The strategy needs more of this than there is: "
            "here −0.20, needed 0.30, person 0.80.",
    };
    for (int i = TOPIC_FITS; i <= TOPIC_ALSO; i++) {
        score->relation = (enum topic_relation)i;
        for (int k = TOPIC_FITS; k <= TOPIC_ALSO; k++)
            assert_int_equal(has(text_of(record), words[k]), i == k);
    }
    const struct span html = report_html(&arena, record, &facts);
    assert_true(has(html, "<div class=\"cards\">\n<section id=\"fits\""));
    assert_true(has(html, "<section id=\"also\""));
    for (size_t i = 0; i < record->scorecard->dimension_count; i++)
        record->scorecard->dimensions[i].relation = TOPIC_NONE;
    assert_int_equal(count_of(text_of(record), "Nothing stands out."), 3);
    record->scorecard->quality.rlh = .39;
    assert_false(has(text_of(record), "What fits"));
    assert_true(has(text_of(record), wording_unsaid(RESONANCE_UNSAID_CHOICES)));
}

static void topics_do_not_tell_the_direction(void **state)
{
    (void)state;
    struct record *record = some_record();
    facts.reader = REPORT_INTERVIEWER;
    struct page page;
    struct span first = SPAN(""), second = SPAN("");
    for (int turn = 0; turn < 2; turn++) {
        facts.guide = report_case_guide(&arena, record);
        report_build(&arena, record, &facts, &page);
        for (struct page_section *at = page.first; at; at = at->next) {
            struct page alone = page_init(&arena, SPAN("t"), SPAN("r"));
            if (!is_span(span_of(at->id), "topics"))
                continue;
            alone.first = alone.last = at;
            at->next = NULL;
            *(turn ? &second : &first) = page_plain(&arena, &alone);
        }
        for (size_t i = 0; i < record->scorecard->dimension_count; i++) {
            struct dimension_score *score = &record->scorecard->dimensions[i];
            /* the same gap the other way round, and nothing that both want */
            if (!(score->score > 0 && score->organization > 0))
                score->score = 2 * score->organization - score->score;
        }
    }
    assert_true(has(first, "Building and growing"));
    assert_true(is_span_equal(first, second));
}

static void a_driver_gap_is_put_into_words(void **state)
{
    (void)state;
    struct record *record = some_record();
    struct driver_score *drivers = record->scorecard->drivers;
    drivers[0].flag = GAP_MAY_MISS;
    drivers[1].flag = GAP_MAY_FIND_MORE;
    drivers[2].flag = GAP_NONE;
    record->basis->drivers[3].gate = 0;
    drivers[4].score = NAN;
    const struct span html = report_html(&arena, record, &facts);
    assert_int_equal(count_of(html, "<td>may miss this here</td>"), 1);
    assert_int_equal(count_of(html, "<td>may find more of this than wanted</td>"), 1);
    assert_int_equal(count_of(html, "<td>people here do not agree on this</td>"), 1);
    assert_int_equal(count_of(html, "<td>too few answers</td>"), 1);
    assert_int_equal(count_of(html, "<td>no clear gap</td>"), 3);
}

/* Signs are never told one by one; what follows from them is, in words about the session. */
static void what_is_withheld_is_about_the_sitting(void **state)
{
    (void)state;
    struct record *record = some_record();
    struct quality *quality = &record->scorecard->quality;
    assert_false(has(text_of(record), "What is not shown"));
    for (int i = 0; i < QUALITY_FAMILIES; i++)
        quality->is_flagged[i] = 1;
    quality->instructed_wrong = 2;
    assert_false(has(text_of(record), "What is not shown"));
    quality->are_drivers_withheld = true;
    assert_true(has(text_of(record), "The figures of how they like to work, because"));
    assert_true(has(text_of(record), "never about the person"));
    assert_false(has(text_of(record), "The gaps in figures"));
    assert_true(has(text_of(record), "R = "));
    quality->is_resonance_withheld = true;
    record->scorecard->now.absence = record->scorecard->needed.absence =
        RESONANCE_WITHHELD;
    assert_true(has(text_of(record), "The figures of the choices between topics"));
    assert_false(has(text_of(record), "R = "));
    assert_false(has(text_of(record), "What fits"));
    assert_false(has(text_of(record), "What the choices add up to"));
}

static void a_part_answered_again_is_told(void **state)
{
    (void)state;
    struct sitting *sitting = candidate(11, .6);
    assert_false(has(text_of(report_case_record(&arena, sitting, agreed)),
                     "Answered a second time"));
    for (size_t i = 0; i < shipped->part_count; i++)
        sitting->redo.was_again[i] = is_span(shipped->parts[i].id, "drivers");
    assert_int_equal(count_of(text_of(report_case_record(&arena, sitting, agreed)),
                              "Answered a second time: "),
                     1);
}

static void what_is_not_whole_is_told(void **state)
{
    (void)state;
    facts.is_verified = facts.is_same_again = 0;
    const struct span text = text_of(some_record());
    assert_true(has(text, "not verified: do not use this result"));
    assert_true(has(text, "not the same: do not use the figures"));
}

static void nobody_is_judged(void **state)
{
    (void)state;
    static const char *const words[] = {"match",    "passed",       "failed",
                                        "rejected", "suitable",     "per cent",
                                        "!",        "honest answer"};
    struct sitting *sitting = candidate(11, .6);
    const struct span text = text_of(report_case_record(&arena, sitting, agreed));
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        assert_false(has(text, words[i]));
    assert_true(has(text, "Not validated for this organization."));
    assert_true(has(text, "turn anybody down, put people in order"));
}

static void a_rater_is_never_shown_singly(void **state)
{
    (void)state;
    const struct sample_person person = sample_person_of(3, 5, .8);
    const struct sitting *sitting = sample_sit(&arena, shipped, ROLE_RATER, 3, &person);
    const struct record *record = report_case_record(&arena, sitting, NULL);
    const struct span formats[] = {report_html(&arena, record, &facts), text_of(record),
                                   report_json(&arena, record, &facts)};
    static const char *const secret[] = {
        "K7-Q2",  "2026",   "Harbour",          "7ZK2",
        "card 7", "● most", "resonance-record", "handle"};
    assert_true(is_markup_whole(formats[0]));
    for (size_t i = 0; i < 3; i++) {
        assert_true(has(formats[i], "No report shows such answers one by one"));
        assert_true(i == 2 || has(formats[i], "tells what they say together"));
        for (size_t j = 0; j < sizeof secret / sizeof *secret; j++)
            assert_false(has(formats[i], secret[j]));
    }
}

static void the_same_record_gives_the_same_bytes(void **state)
{
    (void)state;
    const struct record *first = some_record(), *second = some_record();
    assert_true(is_span_equal(report_html(&arena, first, &facts),
                              report_html(&arena, second, &facts)));
    assert_true(is_span_equal(report_text(&arena, first, &facts),
                              report_text(&arena, second, &facts)));
    assert_true(is_span_equal(report_json(&arena, first, &facts),
                              report_json(&arena, second, &facts)));
}

/* A form by hand: no texts at all, and an item of every other kind among the own words. */
static void a_form_without_texts_is_reported_too(void **state)
{
    (void)state;
    const struct assessment *sample = sample_assessment(&arena);
    const struct basis *basis = report_case_basis(&arena, sample, 6, .8);
    for (uint64_t seed = 1; seed <= 8; seed++) {
        const struct sample_person person = sample_person_of(seed, 5, .5);
        const struct record *record = report_case_record(
            &arena, sample_sit(&arena, sample, ROLE_CANDIDATE, seed, &person), basis);
        const struct span html = report_html(&arena, record, &facts);
        assert_true(is_markup_whole(html));
        assert_false(has_nan(html));
        assert_true(has(html, "growth_1"));
        assert_true(has(report_record(&arena, record, &facts), "resonance-record-1"));
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, arena_begin, arena_end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(nothing_foreign_is_markup),
        TEST(the_page_needs_nothing_from_elsewhere),
        TEST(every_statement_is_shown_and_counted),
        TEST(the_sums_add_up),
        TEST(the_pilot_line_is_on_every_format),
        TEST(no_line_is_wider_than_promised),
        TEST(own_words_are_whole_and_blanks_are_told),
        TEST(the_sealed_record_is_given_unchanged),
        TEST(the_json_tells_no_times_and_no_signs),
        TEST(an_interviewer_sees_no_figure),
        TEST(each_absence_has_its_sentence),
        TEST(a_provisional_profile_says_so),
        TEST(a_split_organization_is_told_where),
        TEST(without_a_norm_there_is_no_word),
        TEST(without_an_organization_only_the_person_is_shown),
        TEST(topics_stand_where_the_evidence_puts_them),
        TEST(topics_do_not_tell_the_direction),
        TEST(a_driver_gap_is_put_into_words),
        TEST(what_is_withheld_is_about_the_sitting),
        TEST(a_part_answered_again_is_told),
        TEST(what_is_not_whole_is_told),
        TEST(nobody_is_judged),
        TEST(a_rater_is_never_shown_singly),
        TEST(the_same_record_gives_the_same_bytes),
        TEST(a_form_without_texts_is_reported_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
