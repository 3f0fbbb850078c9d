/* `resonance interview new`: an interview with one person is given to those who ask. */
#include "app/desk/command/interview/interview_open.h"
#include "app/desk/command/report_person.h"
#include "app/desk/office/interview/panel_found.h"

#include "base/clock.h"

#include <string.h>

enum { SHOWN_BYTES = 12 << 20 };

/* What is asked, of whom, and by whom. */
struct founding {
    struct panel_wish wish;
    struct interview_guide guide; /* its weights are set here */
    const struct staff_person *members[INTERVIEW_MEMBERS_MAX];
};

static enum status members_find(struct operation *operation, struct founding *founding)
{
    const struct options *values = &operation->values;
    const struct staff *staff;
    const char *label;
    const enum status status = staff_read(&operation->office, &staff);
    if (status != OK)
        return status;
    for (size_t i = 0; (label = options_text_again(values, "member", i)); i++) {
        const struct staff_person *person = staff_find(staff, span_of(label));
        if (!person)
            return fail(STATUS_NOT_FOUND, "there is nobody \"%s\" here", label);
        if (i == INTERVIEW_MEMBERS_MAX)
            return fail(STATUS_USAGE, "an interview has at most %d interviewers",
                        INTERVIEW_MEMBERS_MAX);
        founding->members[founding->wish.member_count++] = person;
    }
    founding->wish.members = founding->members;
    return OK;
}

/* "mistake=2" */
static enum status weight_take(struct founding *founding, struct span word)
{
    struct span id;
    int64_t weight = 0;
    span_next(&word, '=', &id);
    const size_t at = interview_guide_find(&founding->guide, id);
    if (at == founding->guide.count || founding->guide.asked[at].topic.count)
        return fail(STATUS_USAGE,
                    "\"%.*s\" is no question for everybody; only those have "
                    "a weight of their own",
                    SPAN_ARGS(id));
    if (!span_to_integer(word, &weight) || weight < 0 || weight > INTERVIEW_WEIGHT_MAX)
        return fail(STATUS_USAGE, "a weight is from 0 to %d, as in --weight %.*s=2",
                    INTERVIEW_WEIGHT_MAX, SPAN_ARGS(id));
    founding->guide.asked[at].weight = (int)weight;
    return OK;
}

static enum status weights_take(struct operation *operation, struct founding *founding)
{
    const struct options *values = &operation->values;
    struct panel first;
    enum status status = panel_found_weights(&operation->shown, &operation->office,
                                             founding->wish.vacancy, &first);
    if (status != OK)
        return status;
    if (first.number && has_option(values, "weight"))
        return fail(STATUS_REFUSED,
                    "the weights of this vacancy were set on %.*s, with its first "
                    "interview, and hold for everybody",
                    SPAN_ARGS(clock_date(operation->arena, first.founded_s * 1000)));
    for (size_t i = 0; i < first.weight_count; i++) {
        const size_t at =
            interview_guide_find(&founding->guide, first.weights[i].question);
        if (at < founding->guide.count)
            founding->guide.asked[at].weight = first.weights[i].rating;
    }
    const char *word;
    for (size_t i = 0; status == OK && (word = options_text_again(values, "weight", i));
         i++)
        status = weight_take(founding, span_of(word));
    return status;
}

static enum status person_open(struct operation *operation, struct founding *founding)
{
    struct record *record;
    struct report_facts facts;
    struct archive *archive;
    int64_t place;
    enum status status = report_person(operation, false, &record, &facts);
    if (status == OK)
        status = report_person_guide(operation, record, &facts);
    if (status == OK)
        status = office_archive(&operation->office, &archive);
    if (status == OK)
        status = result_find(operation->arena, archive, operation_word(operation, 0),
                             founding->wish.record_id, &place);
    if (status != OK)
        return status;
    founding->guide = *facts.guide;
    founding->wish.guide = &founding->guide;
    founding->wish.vacancy = record->basis ? record->basis->vacancy : SPAN("");
    return OK;
}

enum status interview_new_run(struct operation *operation)
{
    struct founding founding = {0};
    struct panel panel;
    enum status status = operation_page_open(operation, SHOWN_BYTES);
    if (status == OK)
        status = members_find(operation, &founding);
    if (status == OK)
        status = person_open(operation, &founding);
    if (status == OK)
        status = weights_take(operation, &founding);
    if (status == OK)
        status = panel_found_do(&operation->shown, &operation->office, &founding.wish,
                                &operation->keys, interview_open_note(operation), &panel);
    if (status != OK)
        return status;
    operation_say(operation,
                  "This is interview %lld, with %.*s. Questions: %zu; interviewers: %zu.",
                  (long long)panel.number, SPAN_ARGS(panel.reference),
                  founding.guide.count, panel.member_count);
    operation_say(operation, "Each interviewer rates alone. Nobody can read a rating of "
                             "another before the last of them has handed in theirs.");
    if (panel.guard.count)
        operation_say(operation,
                      "When all have handed in, a recruiter who does not ask reads "
                      "them first; then the interviewers can, too.");
    else
        operation_say(
            operation,
            "Every recruiter of this vacancy asks in this interview. So the "
            "last of you to hand in could read the others first, with a changed "
            "program; it takes a recruiter who does not ask to rule that out.");
    return OK;
}
