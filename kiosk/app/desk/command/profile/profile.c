/* `resonance profile collect|status|freeze|show`: how colleagues describe the organization. */
#include "app/desk/command/documents/documents.h"
#include "app/desk/command/invite.h"
#include "app/desk/command/profile/profile.h"

#include "app/desk/office/profile_text.h"
#include "app/desk/office/profiles/collected.h"
#include "base/clock.h"
#include "base/file.h"
#include "profile/wording.h"

#include <string.h>

/* A code that no terminal asks anything would only disappoint. */
static enum status raters_check(const struct assessment *assessment)
{
    return assessment_part(assessment, PART_RESONANCE, ROLE_RATER, SPAN(""))
               ? OK
               : fail(STATUS_REFUSED,
                      "the form %.*s %.*s has no best-worst part for colleagues, so "
                      "they cannot describe the organization with it; open vacancies "
                      "with --without-profile",
                      SPAN_ARGS(assessment->id), SPAN_ARGS(assessment->version));
}

enum status profile_collect_run(struct operation *operation)
{
    const struct assessment *assessment;
    enum status status = office_assessment(&operation->office, &assessment);
    if (status == OK)
        status = raters_check(assessment);
    return status == OK ? invite_make(operation, ROLE_RATER, SPAN(""),
                                      SPAN("Describe our organization"), RATERS_MAX)
                        : status;
}

/* There are never more answers than codes were given out; and one that is no colleague's. */
static enum status count_at_most(struct operation *operation, size_t *out_count)
{
    struct invitations *invitations;
    const enum status status = office_invitations(&operation->office, &invitations);
    if (status != OK)
        return status;
    *out_count = 1;
    for (size_t i = 0; i < invitations->invite_count; i++)
        if (invitations->invites[i].role == ROLE_RATER)
            ++*out_count;
    return OK;
}

/* A profile by the rules of before would hold a row of scores for each colleague. */
static enum status version_check(const struct assessment *assessment)
{
    return assessment->scoring_version >= SCORING_WITH_NORM
               ? OK
               : fail(STATUS_REFUSED,
                      "the form %.*s %.*s is scored by version %d, whose profiles hold "
                      "the scores of single colleagues; take a form of version %d",
                      SPAN_ARGS(assessment->id), SPAN_ARGS(assessment->version),
                      assessment->scoring_version, SCORING_WITH_NORM);
}

static enum status gather(struct operation *operation, struct collected *collected)
{
    struct result_reader *reader = &operation->reader;
    size_t count = 1;
    enum status status = count_at_most(operation, &count);
    const size_t most = count - 1 < RATERS_MAX ? count - 1 : RATERS_MAX;
    if (status == OK)
        status = operation_reader_open(operation, count);
    if (status == OK)
        status = version_check(reader->assessment);
    if (status == OK)
        status = raters_check(reader->assessment);
    return status == OK ? collected_read(reader, operation->arena, most, collected)
                        : status;
}

static enum status profile_build(struct operation *operation,
                                 const struct collected *collected,
                                 struct basis **out_basis,
                                 struct agreement_view *out_view)
{
    struct result_reader *reader = &operation->reader;
    return basis_build(&reader->arena, reader->assessment, collected->sittings,
                       collected->count, out_basis, out_view);
}

enum status profile_now_read(struct operation *operation, struct profile_now *out_now)
{
    struct collected *collected = arena_new(operation->arena, struct collected);
    struct agreement_view view;
    struct basis *basis;
    enum status status = freezing_check(&operation->office);
    if (status == OK)
        status = gather(operation, collected);
    if (status == OK)
        status = profile_build(operation, collected, &basis, &view);
    if (status != OK)
        return status;
    operation_note(operation, "opened", SPAN("colleagues"));
    *out_now = (struct profile_now){
        .answered = collected->answered_count,
        .doubles = collected->double_count,
        .from = basis->rater_count,
        .next = basis->rater_count ? basis->rater_count + BASIS_STEP : BASIS_STEP_FIRST,
        .grade = basis->grade,
    };
    return OK;
}

/* How many answered, and the step they make: a number of its own for those who count would tell,
 * by two looks, whose answers do not. */
static enum status progress_tell(struct operation *operation,
                                 const struct profile_now *now)
{
    struct canonical c = canonical_begin(operation->arena);
    if (!has_option(&operation->values, "json")) {
        operation_say(operation, "Colleagues who answered: %zu", now->answered);
        operation_say(operation, "A profile would be made from: %zu", now->from);
        operation_say(
            operation,
            "The next step is %zu whose answers count. Flat or hasty answers do not; "
            "their number is not told.",
            now->next);
        if (now->doubles)
            operation_say(operation,
                          "%zu more came with a code that had answered elsewhere: each "
                          "code counts once, with its answer of the earliest day.",
                          now->doubles);
        operation_say(operation, "Figures are shown when the profile is frozen, not "
                                 "before: two looks would tell what one person said.");
        return OK;
    }
    canonical_object(&c, NULL);
    canonical_whole(&c, "answered", (int64_t)now->answered);
    if (now->doubles)
        canonical_whole(&c, "doubles", (int64_t)now->doubles);
    canonical_whole(&c, "next", (int64_t)now->next);
    canonical_whole(&c, "profile_from", (int64_t)now->from);
    canonical_end(&c);
    return operation_json(operation, canonical_bytes(&c));
}

enum status profile_status_run(struct operation *operation)
{
    struct profile_now now;
    const enum status status = profile_now_read(operation, &now);
    return status == OK ? progress_tell(operation, &now) : status;
}

static const char *profile_path(struct office *office, struct span id)
{
    return office_path(office, office_name(office, "profiles", id));
}

/* What profile_freeze_prepare leaves to profile_freeze_run: the freeze to go on with, or none. */
static enum status freeze_look(struct operation *operation, struct freezing *freezing)
{
    struct office *office = &operation->office;
    const struct span id = operation_word(operation, 0);
    const enum status status = freezing_find(office, freezing);
    if (status != OK)
        return status;
    if (freezing->id.count)
        return is_span_equal(freezing->id, id) ? OK : freezing_check(office);
    return is_file(profile_path(office, id))
               ? fail(STATUS_EXISTS,
                      "there is a profile %.*s, and a frozen profile never changes; take "
                      "another id",
                      SPAN_ARGS(id))
               : OK;
}

/* Nothing is opened for a freeze that only has to be finished. */
enum status profile_freeze_prepare(struct operation *operation)
{
    struct freezing *freezing = arena_new(operation->arena, struct freezing);
    struct span by[BASIS_NAMES];
    operation->state = freezing;
    if (!is_vacancy_id(operation_word(operation, 0)))
        return fail(STATUS_BAD_INPUT,
                    "the id of a profile has small letters, digits and hyphens");
    enum status status = freeze_look(operation, freezing);
    if (status == OK)
        status = operation_names(operation, "a freeze", by);
    if (status != OK)
        return status;
    operation->wants.result_keys = !freezing->id.count;
    operation->wants.signing_key = has_option(&operation->values, "yes");
    return OK;
}

/* On a page, whoever freezes has read numbers, which come back with the form. */
static bool is_as_seen(const struct operation *operation, size_t answered, size_t step)
{
    const char *seen = options_text(&operation->values, "seen");
    return !seen ||
           is_span(span_format(operation->arena, "%zu-%zu", answered, step), seen);
}

/* What cannot be undone is said before. */
static enum status freeze_check(const struct operation *operation,
                                const struct collected *collected,
                                const struct basis *basis)
{
    const size_t answered = collected->answered_count, step = basis->rater_count;
    if (basis->grade == PROFILE_NONE)
        return fail(STATUS_REFUSED,
                    "the answers of %zu colleagues are too few for a profile, or show no "
                    "differences; %d that count are needed, eight or more are good",
                    answered, BASIS_STEP_FIRST);
    if (!is_as_seen(operation, answered, step))
        return fail(STATUS_EXISTS,
                    "other colleagues have answered meanwhile; look at how "
                    "many there are now, and send this again");
    if (has_option(&operation->values, "yes"))
        return OK;
    return answered > step
               ? fail(STATUS_REFUSED,
                      "the profile would be made from %zu of %zu colleagues for good "
                      "(%s), and the single answers of all %zu be erased for ever: "
                      "profiles grow by %d, so that nobody's answers are the difference "
                      "of two; wait until %zu count, or repeat with --yes",
                      step, answered, wording_grade_effect(basis->grade), answered,
                      BASIS_STEP, step + BASIS_STEP)
               : fail(STATUS_REFUSED,
                      "the profile would be made from %zu colleagues for good (%s), and "
                      "their single answers be erased for ever; repeat with --yes",
                      step, wording_grade_effect(basis->grade));
}

static enum status freeze_begin(struct operation *operation, struct freezing *freezing)
{
    struct collected *collected = arena_new(operation->arena, struct collected);
    struct agreement_view view;
    enum status status = gather(operation, collected);
    if (status == OK)
        status = profile_build(operation, collected, &freezing->basis, &view);
    if (status == OK)
        status = freeze_check(operation, collected, freezing->basis);
    if (status != OK)
        return status;
    freezing->id = operation_word(operation, 0);
    freezing->record_ids = collected->record_ids;
    freezing->count = collected->record_count;
    freezing->colleague_count = collected->answered_count;
    return freezing_begin(&operation->office, freezing, operation->signing_key.bytes);
}

/* A freeze that was cut off is asked about again: who repeats it may not know that it began. */
static enum status freeze_go_on(const struct operation *operation,
                                const struct freezing *freezing)
{
    return has_option(&operation->values, "yes")
               ? OK
               : fail(
                     STATUS_REFUSED,
                     "a freeze of the profile %.*s was cut off; it goes on from there: the "
                     "profile is made from %zu colleagues, the single answers of %zu are "
                     "erased for ever, and who answered since then stays; repeat with "
                     "--yes",
                     SPAN_ARGS(freezing->id), freezing->basis->rater_count,
                     freezing->colleague_count);
}

static void freeze_say(struct operation *operation, const struct freezing *freezing)
{
    operation_say(operation, "Froze the profile %.*s from %zu colleagues: %s.",
                  SPAN_ARGS(freezing->id), freezing->basis->rater_count,
                  wording_grade_effect(freezing->basis->grade));
    operation_say(operation,
                  "Erased the single answers of %zu colleagues here. Terminals erase "
                  "theirs when they are enrolled again; delete the files on sticks, and "
                  "copies of this folder.",
                  freezing->colleague_count);
    operation_say(operation,
                  "Next: 'resonance vacancy new', then 'resonance vacancy open ID "
                  "--profile %.*s'.",
                  SPAN_ARGS(freezing->id));
}

enum status profile_freeze_run(struct operation *operation)
{
    struct freezing *freezing = operation->state;
    const bool is_begun = freezing->id.count > 0;
    enum status status =
        is_begun ? freeze_go_on(operation, freezing) : freeze_begin(operation, freezing);
    struct freezing_seal seal = {.key = operation->signing_key.bytes};
    if (status == OK)
        status = operation_names(operation, "a freeze", seal.by);
    if (status == OK)
        status =
            freezing_end(&operation->office, freezing, &seal, clock_now().unix_ms / 1000);
    if (status != OK)
        return status;
    operation_note(operation, "froze", freezing->id);
    if (is_begun)
        operation_say(operation, "Went on with a freeze that was cut off.");
    freeze_say(operation, freezing);
    return OK;
}

static enum status list_add(struct operation *operation, struct span id,
                            struct canonical *object, struct page_row *row)
{
    struct basis *basis;
    const enum status status = freezing_profile(&operation->office, id, &basis);
    if (status != OK)
        return status;
    if (object) {
        canonical_whole(object, "colleagues", (int64_t)basis->rater_count);
        canonical_text(object, "id", id);
        return OK;
    }
    row->cells[0] = id;
    row->cells[1] = span_format(operation->arena, "%zu", basis->rater_count);
    row->cells[2] = span_of(wording_grade_effect(basis->grade));
    return OK;
}

static enum status profile_list(struct operation *operation)
{
    static const struct page_column columns[] = {
        {"Profile", 0}, {"Colleagues", 1}, {"State", 0}};
    static const struct documents profiles = {
        .folder = "profiles",
        .none = "There is no frozen profile yet; 'resonance profile freeze' makes one.",
        .columns = columns,
        .column_count = sizeof columns / sizeof *columns,
        .add = list_add};
    return documents_show(operation, &profiles);
}

enum status profile_show_run(struct operation *operation)
{
    if (!operation->values.file_count)
        return profile_list(operation);
    struct office *office = &operation->office;
    const struct span id = operation_word(operation, 0);
    const struct assessment *assessment;
    struct basis *basis;
    struct span names;
    if (!is_vacancy_id(id) || !is_file(profile_path(office, id)))
        return freezing_missing(office, id);
    enum status status = freezing_profile(office, id, &basis);
    if (status == OK)
        status = office_assessment(office, &assessment);
    if (status != OK)
        return status;
    if (has_option(&operation->values, "json"))
        return operation_json(operation, basis_write(operation->arena, basis));
    profile_text_add(&operation->page.head, assessment, basis);
    status = freezing_names(office, id, &names);
    if (status == OK && names.count)
        operation_say(operation, "Frozen by %.*s.", SPAN_ARGS(names));
    return status;
}
