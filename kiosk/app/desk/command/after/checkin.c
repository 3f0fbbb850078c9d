/* `resonance checkin`: a card for somebody who was hired, who answers again after some months; and
 * which check-ins there are. */
#include "app/desk/command/after/checkin_read.h"
#include "app/desk/command/interview/interview_open.h"
#include "app/desk/command/invite.h"

#include "base/clock.h"
#include "base/json/canonical.h"

struct checking {
    size_t month; /* of a new card; 0: none is made */
    struct checkin_read read;
};

enum status checkin_prepare(struct operation *operation)
{
    const struct options *values = &operation->values;
    struct checking *checking = arena_new(operation->arena, struct checking);
    operation->state = checking;
    const enum status status = options_count(values, "month", 1, 12, &checking->month);
    if (status != OK)
        return status;
    if (checking->month && !is_checkin_month((int64_t)checking->month))
        return fail(STATUS_USAGE, "people are asked again after 3, 6 and 12 months");
    if (checking->month && has_option(values, "json"))
        return fail(STATUS_USAGE, "make the card first, and then ask for JSON");
    if (!checking->month && (has_option(values, "plain") || has_option(values, "pdf")))
        return fail(STATUS_USAGE,
                    "say for which check-in the card is: --month 3, 6 or 12");
    return operation_wants_result_keys(operation);
}

/* What was made before this form could be asked again, and what people must not be asked twice. */
static enum status card_check(struct operation *operation,
                              const struct checking *checking)
{
    const struct checkin_came *came =
        checkin_read_came(&checking->read, (int)checking->month);
    const struct assessment *assessment;
    const enum status status = office_assessment(&operation->office, &assessment);
    if (status != OK)
        return status;
    if (!assessment_part(assessment, PART_RESONANCE, ROLE_NEWCOMER, SPAN("")))
        return fail(
            STATUS_REFUSED,
            "the questionnaire has no part for check-ins: give one of its parts the "
            "role \"newcomer\" in assessment.json");
    if (came)
        return fail(STATUS_EXISTS, "the check-in after %zu months came on %.*s",
                    checking->month, SPAN_ARGS(came->date));
    return checking->read.made.about.vacancy.count
               ? OK
               : fail(STATUS_REFUSED,
                      "%.*s came for no vacancy, so there is nothing to "
                      "compare with",
                      SPAN_ARGS(checking->read.made.facts.handle));
}

/* Who has it is written down before an earlier card ends; a card of which that cannot be done opens
 * nothing. */
static enum status card_keep(struct operation *operation, const struct checking *checking,
                             int64_t number)
{
    const struct checkin_read *read = &checking->read;
    const struct checkin *before = checkin_read_card(read, (int)checking->month);
    const struct span vacancy = read->made.about.vacancy;
    const enum status status = checkin_kept_add(
        &operation->shown, &operation->office, &read->made.about, &operation->keys,
        read->card_count, (int)checking->month, number, interview_open_note(operation));
    if (status == OK)
        return before ? invite_withdraw(operation, ROLE_NEWCOMER, vacancy, before->number)
                      : OK;
    const struct span why = span_copy(operation->arena, span_of(status_last()));
    return invite_withdraw(operation, ROLE_NEWCOMER, vacancy, number) == OK
               ? fail(status, "%.*s; the card opens nothing: make it again",
                      SPAN_ARGS(why))
               : fail(status, "%.*s; tear the card up and make it again", SPAN_ARGS(why));
}

/* A card may be made ahead; that it asks for what is not over yet is said. */
static void early_tell(struct operation *operation, const struct checking *checking)
{
    const int64_t offered_s = checking->read.made.offer.time_s;
    const int64_t due_s = checkin_due_s(offered_s, (int64_t)checking->month);
    if (due_s * 1000 > clock_now().unix_ms)
        office_tell(&operation->office, OFFICE_WARNING,
                    "the work was offered on %.*s: %zu months are over on %.*s, so keep "
                    "the card until then",
                    SPAN_ARGS(clock_date(operation->arena, offered_s * 1000)),
                    checking->month,
                    SPAN_ARGS(clock_date(operation->arena, due_s * 1000)));
}

static enum status card_make(struct operation *operation, const struct checking *checking)
{
    int64_t number = 0;
    enum status status = card_check(operation, checking);
    if (status == OK)
        early_tell(operation, checking);
    if (status == OK)
        status = invite_newcomer(
            operation, checking->read.made.about.vacancy,
            span_format(operation->arena, "Check-in after %zu months", checking->month),
            &number);
    return status == OK ? card_keep(operation, checking, number) : status;
}

static void topics_put(struct canonical *c, const struct checkin_change *change)
{
    canonical_list(c, "topics");
    for (size_t i = 0; i < change->topic_count; i++) {
        const struct checkin_topic *topic = &change->topics[i];
        canonical_object(c, NULL);
        canonical_rounded(c, "after", topic->after);
        canonical_rounded(c, "before", topic->before);
        canonical_rounded(c, "high", topic->change.high);
        canonical_text(c, "id", topic->id);
        canonical_rounded(c, "low", topic->change.low);
        canonical_rounded(c, "moved", topic->change.moved);
        canonical_rounded(c, "nearer", topic->change.nearer);
        canonical_rounded(c, "p", topic->change.p);
        canonical_rounded(c, "se", topic->change.se);
        canonical_text(c, "word", span_of(change_word_id(topic->change.word)));
        canonical_end(c);
    }
    canonical_end(c);
}

static void figure_put(struct canonical *c, const struct checkin_change *change)
{
    canonical_object(c, "figure");
    canonical_rounded(c, "high", change->figure_change.high);
    canonical_rounded(c, "low", change->figure_change.low);
    canonical_rounded(c, "moved", change->figure_change.moved);
    canonical_rounded(c, "now", change->figure.r);
    canonical_text(c, "word", span_of(change_word_id(change->figure_change.word)));
    canonical_end(c);
}

static const struct checkin_change *change_of(const struct checkin_read *read, int month)
{
    for (size_t i = 0; i < read->change_count; i++)
        if (read->changes[i].month == month)
            return &read->changes[i];
    return NULL;
}

static void one_put(struct canonical *c, const struct checkin *card,
                    const struct checkin_came *came, const struct checkin_change *change)
{
    canonical_object(c, NULL);
    if (came)
        canonical_text(c, "came", came->date);
    else
        canonical_null(c, "came");
    canonical_whole(c, "card", card->number);
    if (change)
        figure_put(c, change);
    canonical_whole(c, "month", card->month);
    if (came)
        canonical_text(c, "reference", came->handle);
    if (change)
        topics_put(c, change);
    canonical_end(c);
}

static enum status json_put(struct operation *operation, const struct checkin_read *read)
{
    struct canonical c = canonical_begin(&operation->shown);
    canonical_object(&c, NULL);
    canonical_list(&c, "checkins");
    for (size_t i = 0; i < CHECKIN_TIMES; i++) {
        const struct checkin *card = checkin_read_card(read, checkin_months[i]);
        const struct checkin_came *came = checkin_read_came(read, checkin_months[i]);
        if (card)
            one_put(&c, card, came, change_of(read, checkin_months[i]));
    }
    canonical_end(&c);
    canonical_text(&c, "reference", read->made.facts.handle);
    canonical_end(&c);
    return operation_json(operation, canonical_bytes(&c));
}

enum status checkin_run(struct operation *operation)
{
    struct checking *checking = operation->state;
    struct checkin_read *read = &checking->read;
    enum status status = checkin_read_open(operation, read);
    if (status == OK && checking->month)
        return card_make(operation, checking);
    if (status == OK)
        status = checkin_read_changes(operation, read);
    if (status == OK)
        status =
            operation_note_people(operation, "check-ins read", read->made.facts.handle,
                                  is_operation_given(operation));
    if (status != OK)
        return status;
    if (has_option(&operation->values, "json"))
        return json_put(operation, read);
    checkin_read_say(&operation->page, read, PAGE_PLAIN, NULL);
    return OK;
}
