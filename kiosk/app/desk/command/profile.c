/* `resonance profile collect|status|freeze|show`: how colleagues describe the organization. */
#include "app/desk/command/invite.h"

#include "app/desk/office/assessment_files.h"
#include "app/desk/office/batch.h"
#include "app/desk/office/profile_text.h"
#include "base/file.h"
#include "base/folder.h"
#include "profile/wording.h"

enum status profile_collect_run(struct operation *operation)
{
    return invite_make(operation, ROLE_RATER, SPAN(""), SPAN("Describe our organization"),
                       RATERS_MAX);
}

/* All sittings of colleagues in the archive. */
struct gathering {
    struct operation *operation;
    const struct sitting *sittings[RATERS_MAX];
    size_t count, count_max;
};

static enum status look(const void *context, struct arena *arena,
                        const struct result *opened, struct span content, void *outcome)
{
    const struct gathering *gathering = context;
    struct record_peeked peeked;
    (void)opened;
    const enum status status =
        result_reader_peek(&gathering->operation->reader, arena, content, &peeked);
    if (status == OK)
        *(enum role *)outcome = peeked.start.role;
    return status;
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
    if (result_reader_read(reader, found->header.record_id, found->place, &opened,
                           &record) == OK) {
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

static enum status profile_build(struct operation *operation, struct basis **out_basis,
                                 struct agreement_view *out_view)
{
    struct gathering gathering = {.operation = operation};
    struct result_reader *reader = &operation->reader;
    struct batch batch = {.look = look,
                          .tell = tell,
                          .context = &gathering,
                          .outcome_bytes = sizeof(enum role)};
    size_t count = 1;
    enum status status = count_at_most(operation, &count);
    gathering.count_max = count - 1 < RATERS_MAX ? count - 1 : RATERS_MAX;
    if (status == OK)
        status = operation_reader_open(operation, count);
    if (status == OK)
        status = batch_run(&batch, reader);
    if (status == OK)
        status = basis_build(&reader->arena, reader->assessment, gathering.sittings,
                             gathering.count, out_basis, out_view);
    return status;
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
    struct agreement_view view;
    struct basis *basis;
    const enum status status = profile_build(operation, &basis, &view);
    return status == OK
               ? basis_tell(operation, operation->reader.assessment, basis, &view)
               : status;
}

static const char *profile_name(struct operation *operation, struct span id)
{
    return span_format(operation->arena, "profiles/%.*s.json", SPAN_ARGS(id)).data;
}

enum status profile_freeze_prepare(struct operation *operation)
{
    const struct span id = operation_word(operation, 0);
    if (!is_vacancy_id(id))
        return fail(STATUS_BAD_INPUT,
                    "the id of a profile has small letters, digits and hyphens");
    if (is_file(office_path(&operation->office, profile_name(operation, id))))
        return fail(STATUS_EXISTS,
                    "there is a profile %.*s, and a frozen profile never changes; take "
                    "another id",
                    SPAN_ARGS(id));
    return operation_wants_result_keys(operation);
}

static enum status freeze(struct operation *operation, const struct basis *basis)
{
    const struct span id = operation_word(operation, 0);
    if (basis->grade == PROFILE_NONE)
        return fail(STATUS_REFUSED,
                    "%zu colleagues are too few for a profile, or their answers show no "
                    "differences; three are needed, five to ten are good",
                    basis->rater_count);
    enum status status = folder_make(office_path(&operation->office, "profiles"));
    if (status == OK)
        status = office_write(&operation->office, profile_name(operation, id),
                              basis_write(operation->arena, basis));
    if (status != OK)
        return status;
    operation_say(operation, "Froze the profile %.*s from %zu colleagues: %s.",
                  SPAN_ARGS(id), basis->rater_count, wording_grade_effect(basis->grade));
    operation_say(operation,
                  "Next: 'resonance vacancy new', then 'resonance vacancy open ID "
                  "--profile %.*s'.",
                  SPAN_ARGS(id));
    return OK;
}

enum status profile_freeze_run(struct operation *operation)
{
    struct agreement_view view;
    struct basis *basis;
    const enum status status = profile_build(operation, &basis, &view);
    return status == OK ? freeze(operation, basis) : status;
}

enum status profile_show_run(struct operation *operation)
{
    struct office *office = &operation->office;
    struct file_set set = file_set_init(operation->arena);
    const struct span id = operation_word(operation, 0);
    struct assessment *assessment;
    struct basis *basis;
    struct span bytes;
    if (!is_vacancy_id(id) || !is_file(office_path(office, profile_name(operation, id))))
        return fail(STATUS_NOT_FOUND, "there is no profile \"%.*s\"",
                    SPAN_ARGS(span_cut(id, 0, 60)));
    enum status status =
        office_read(office, profile_name(operation, id), VACANCY_BYTES_MAX, &bytes);
    if (status == OK)
        status = basis_read(operation->arena, bytes, &basis);
    if (status == OK)
        status = assessment_files_read(&set, office_path(office, "assessment"), NULL,
                                       &assessment);
    return status == OK ? basis_tell(operation, assessment, basis, NULL) : status;
}
