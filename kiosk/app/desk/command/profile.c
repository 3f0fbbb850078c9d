/* `resonance profile collect|status|freeze|show`: how colleagues describe the organization. */
#include "app/desk/command/invite.h"

#include "app/desk/office/batch.h"
#include "app/desk/office/profile_text.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/folder.h"
#include "base/json/canonical.h"
#include "profile/wording.h"
#include "store/archive.h"

#include <stdio.h>
#include <string.h>

enum status profile_collect_run(struct operation *operation)
{
    return invite_make(operation, ROLE_RATER, SPAN(""), SPAN("Describe our organization"),
                       RATERS_MAX);
}

/* All sittings of colleagues in the archive. */
struct gathering {
    struct operation *operation;
    const struct sitting *sittings[RATERS_MAX];
    unsigned char record_ids[RATERS_MAX][CHAIN_ID_BYTES];
    size_t count, count_max;
};

static enum status look(const void *context, struct arena *arena,
                        const struct result *opened, struct span content, void *outcome)
{
    const struct gathering *gathering = context;
    struct record_peeked peeked;
    const enum status status = result_reader_peek(&gathering->operation->reader, arena,
                                                  opened, content, &peeked);
    if (status == OK)
        *(enum role *)outcome = peeked.start.role;
    return status;
}

/* What is put together must come from one form. */
static bool is_of_present_form(const struct result_reader *reader,
                               const struct result *opened)
{
    return opened->assessment == reader->assessment ||
           fail(STATUS_UNSUPPORTED,
                "result %.*s was made before the form changed and is left out",
                SPAN_ARGS(opened->handle)) == OK;
}

/* What a colleague said is opened once more, to stay until the profile is made. */
static enum status tell(void *context, const struct result *found, const void *outcome)
{
    struct gathering *gathering = context;
    struct result_reader *reader = &gathering->operation->reader;
    const struct arena_mark mark = arena_mark(&reader->arena);
    struct result opened;
    struct record *record;
    if (*(const enum role *)outcome != ROLE_RATER)
        return OK;
    if (gathering->count == gathering->count_max)
        return fail(STATUS_TOO_LARGE,
                    "there are more than %zu answers of colleagues: more than a profile "
                    "takes, or than codes were given out (is invitations.json older "
                    "than the archive?)",
                    gathering->count_max);
    if (is_of_present_form(reader, found) &&
        result_reader_read(reader, found->header.record_id, found->place, &opened,
                           &record) == OK) {
        memcpy(gathering->record_ids[gathering->count], found->header.record_id,
               CHAIN_ID_BYTES);
        gathering->sittings[gathering->count++] = record->sitting;
        return OK;
    }
    office_tell(&gathering->operation->office, OFFICE_WARNING, "%s", status_last());
    arena_release(&reader->arena, mark);
    return OK;
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

static enum status gather(struct gathering *gathering)
{
    struct operation *operation = gathering->operation;
    struct result_reader *reader = &operation->reader;
    struct batch batch = {.look = look,
                          .tell = tell,
                          .context = gathering,
                          .outcome_bytes = sizeof(enum role)};
    size_t count = 1;
    enum status status = count_at_most(operation, &count);
    gathering->count_max = count - 1 < RATERS_MAX ? count - 1 : RATERS_MAX;
    if (status == OK)
        status = operation_reader_open(operation, count);
    if (status == OK)
        status = version_check(reader->assessment);
    return status == OK ? batch_run(&batch, reader) : status;
}

static enum status profile_build(const struct gathering *gathering,
                                 struct basis **out_basis,
                                 struct agreement_view *out_view)
{
    struct result_reader *reader = &gathering->operation->reader;
    return basis_build(&reader->arena, reader->assessment, gathering->sittings,
                       gathering->count, out_basis, out_view);
}

static enum status basis_tell(struct operation *operation,
                              const struct assessment *assessment,
                              const struct basis *basis,
                              const struct agreement_view *view)
{
    if (has_option(&operation->values, "json"))
        return operation_json(operation, basis_write(operation->arena, basis));
    profile_text_add(&operation->page.head, assessment, basis, view);
    return OK;
}

enum status profile_status_run(struct operation *operation)
{
    struct gathering gathering = {.operation = operation};
    struct agreement_view view;
    struct basis *basis;
    enum status status = gather(&gathering);
    if (status == OK)
        status = profile_build(&gathering, &basis, &view);
    return status == OK
               ? basis_tell(operation, operation->reader.assessment, basis, &view)
               : status;
}

/* The profile that the first word names. */
static const char *profile_name(struct operation *operation)
{
    return office_name(&operation->office, "profiles", operation_word(operation, 0));
}

enum status profile_freeze_prepare(struct operation *operation)
{
    const struct span id = operation_word(operation, 0);
    if (!is_vacancy_id(id))
        return fail(STATUS_BAD_INPUT,
                    "the id of a profile has small letters, digits and hyphens");
    if (is_file(office_path(&operation->office, profile_name(operation))))
        return fail(STATUS_EXISTS,
                    "there is a profile %.*s, and a frozen profile never changes; take "
                    "another id",
                    SPAN_ARGS(id));
    return operation_wants_result_keys(operation);
}

/* What cannot be undone is said before. */
static enum status freeze_check(const struct operation *operation,
                                const struct basis *basis,
                                const struct agreement_view *view)
{
    if (basis->grade == PROFILE_NONE)
        return fail(STATUS_REFUSED,
                    "%zu colleagues are too few for a profile, or their answers show no "
                    "differences; %d are needed, eight or more are good",
                    basis->rater_count + view->waiting_count, BASIS_STEP_FIRST);
    if (has_option(&operation->values, "yes"))
        return OK;
    return view->waiting_count
               ? fail(STATUS_REFUSED,
                      "the profile would be made from %zu colleagues, and the answers of "
                      "%zu more be lost: profiles grow by %d, so that nobody is their "
                      "difference; wait for %zu more, or repeat with --yes",
                      basis->rater_count, view->waiting_count, BASIS_STEP,
                      BASIS_STEP - view->waiting_count)
               : fail(STATUS_REFUSED,
                      "the profile would be made from %zu colleagues for good, and "
                      "their single answers be erased for ever; repeat with --yes",
                      basis->rater_count);
}

static enum status answers_erase(const struct gathering *gathering)
{
    struct archive *archive = gathering->operation->reader.archive;
    enum status status = OK;
    for (size_t i = 0; i < gathering->count && status == OK; i++)
        status = archive_erase(archive, gathering->record_ids[i],
                               clock_now().unix_ms / 1000);
    return status;
}

/* The name of a profile whose answers are not all erased yet. A freeze that was cut off goes on
 * from there. */
static const char *pending_name(struct operation *operation)
{
    return span_format(operation->arena, "profiles/%.*s.freezing",
                       SPAN_ARGS(operation_word(operation, 0)))
        .data;
}

static enum status pending_write(const struct gathering *gathering,
                                 struct basis **out_basis)
{
    struct operation *operation = gathering->operation;
    struct agreement_view view;
    enum status status = profile_build(gathering, out_basis, &view);
    if (status == OK)
        status = freeze_check(operation, *out_basis, &view);
    if (status == OK)
        status = folder_make(office_path(&operation->office, "profiles"));
    return status == OK ? office_write(&operation->office, pending_name(operation),
                                       basis_write(operation->arena, *out_basis))
                        : status;
}

static void freeze_say(const struct gathering *gathering, const struct basis *basis)
{
    struct operation *operation = gathering->operation;
    const struct span id = operation_word(operation, 0);
    operation_say(operation, "Froze the profile %.*s from %zu colleagues: %s.",
                  SPAN_ARGS(id), basis->rater_count, wording_grade_effect(basis->grade));
    operation_say(operation,
                  "Erased the single answers of %zu colleagues here. Terminals erase "
                  "theirs when they are enrolled again; delete the files on sticks.",
                  gathering->count);
    operation_say(operation,
                  "Next: 'resonance vacancy new', then 'resonance vacancy open ID "
                  "--profile %.*s'.",
                  SPAN_ARGS(id));
}

enum status profile_freeze_run(struct operation *operation)
{
    struct gathering gathering = {.operation = operation};
    struct office *office = &operation->office;
    const char *pending = office_path(office, pending_name(operation));
    const char *final = office_path(office, profile_name(operation));
    struct basis *basis;
    enum status status = gather(&gathering);
    if (status == OK)
        status = is_file(pending)
                     ? office_profile(office, pending_name(operation), &basis)
                     : pending_write(&gathering, &basis);
    if (status == OK)
        status = answers_erase(&gathering);
    if (status == OK)
        status = rename(pending, final) == 0 ? file_sync_name(final)
                                             : file_failed("write", final);
    if (status == OK)
        freeze_say(&gathering, basis);
    return status;
}

static enum status frozen_read(struct operation *operation, struct span id,
                               struct basis **out_basis)
{
    struct office *office = &operation->office;
    return office_profile(office, office_name(office, "profiles", id), out_basis);
}

static enum status list_json(struct operation *operation, struct span *names,
                             size_t count)
{
    struct canonical c = canonical_begin(operation->arena);
    canonical_object(&c, NULL);
    canonical_list(&c, "profiles");
    for (size_t i = 0; i < count; i++) {
        struct basis *basis;
        const enum status status = frozen_read(operation, names[i], &basis);
        if (status != OK)
            return status;
        canonical_object(&c, NULL);
        canonical_whole(&c, "colleagues", (int64_t)basis->rater_count);
        canonical_text(&c, "id", names[i]);
        canonical_end(&c);
    }
    canonical_end(&c);
    canonical_end(&c);
    return operation_json(operation, canonical_bytes(&c));
}

static enum status list_say(struct operation *operation, struct span *names, size_t count)
{
    static const struct page_column columns[] = {
        {"Profile", 0}, {"Colleagues", 1}, {"State", 0}};
    if (!count) {
        operation_say(operation, "There is no frozen profile yet; 'resonance profile "
                                 "freeze' makes one.");
        return OK;
    }
    struct page_block *table = page_add_table(&operation->page.head, "", columns, 3);
    for (size_t i = 0; i < count; i++) {
        struct basis *basis;
        const enum status status = frozen_read(operation, names[i], &basis);
        if (status != OK)
            return status;
        struct page_row *row = page_row(table, SPAN(""));
        row->cells[0] = names[i];
        row->cells[1] = span_format(operation->arena, "%zu", basis->rater_count);
        row->cells[2] = span_of(wording_grade_effect(basis->grade));
    }
    return OK;
}

static enum status no_profile(struct operation *operation, struct span id)
{
    struct span *names;
    size_t count;
    const enum status status =
        office_names(&operation->office, "profiles", &names, &count);
    if (status != OK)
        return status;
    return fail(STATUS_NOT_FOUND, "there is no profile \"%.*s\"; %s%.*s",
                SPAN_ARGS(span_cut(id, 0, 60)),
                count ? "there are: "
                      : "none is frozen yet: 'resonance profile freeze' makes one",
                SPAN_ARGS(span_join(operation->arena, names, count, ", ")));
}

static enum status profile_list(struct operation *operation)
{
    struct span *names;
    size_t count;
    const enum status status =
        office_names(&operation->office, "profiles", &names, &count);
    if (status != OK)
        return status;
    return has_option(&operation->values, "json") ? list_json(operation, names, count)
                                                  : list_say(operation, names, count);
}

enum status profile_show_run(struct operation *operation)
{
    if (!operation->values.file_count)
        return profile_list(operation);
    struct office *office = &operation->office;
    const struct span id = operation_word(operation, 0);
    const struct assessment *assessment;
    struct basis *basis;
    if (!is_vacancy_id(id) || !is_file(office_path(office, profile_name(operation))))
        return no_profile(operation, id);
    enum status status = office_profile(office, profile_name(operation), &basis);
    if (status == OK)
        status = office_assessment(office, &assessment);
    return status == OK ? basis_tell(operation, assessment, basis, NULL) : status;
}
