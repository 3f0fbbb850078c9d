#include "app/desk/command/profile.h"

#include "app/desk/office/assessment_files.h"
#include "app/desk/command/invite.h"
#include "app/desk/office/profile_text.h"
#include "app/desk/office/batch.h"
#include "base/file.h"
#include "base/folder.h"
#include "profile/wording.h"

#include <stdio.h>

static const char help_collect[] =
    "resonance profile collect --count N [--plain]\n"
    "\n"
    "Makes N access codes for colleagues who describe the organization, as it is and as "
    "its\n"
    "strategy needs it, at a terminal. Five to ten are good, below three nothing is "
    "shown.\n"
    "They stay anonymous: a code does not lead to a person.\n"
    "\n"
    "Example: resonance profile collect --count 8 > cards.txt\n"
    "Exit: 0 made, 1 not made, 2 used wrong.\n";

static const char help_status[] =
    "resonance profile status [--json]\n"
    "\n"
    "Opens what colleagues have answered so far and shows the profile they make: how "
    "well\n"
    "they agree, which dimensions split them, what would count.\n"
    "\n"
    "  --key LABEL        open with this recruiter key\n"
    "  --identity FILE    open with the keys in this file (a recovery sheet)\n"
    "  --passphrase-fd N  take the passphrase from this descriptor\n"
    "\n"
    "Example: resonance profile status\n"
    "Exit: 0 done, 1 not done, 2 used wrong.\n";

static const char help_freeze[] = "resonance profile freeze ID\n"
                                  "\n"
                                  "Keeps the profile as it is now under the name ID, "
                                  "for vacancies. A frozen profile never\n"
                                  "changes. Options as in 'resonance profile status'.\n"
                                  "\n"
                                  "Example: resonance profile freeze autumn\n"
                                  "Exit: 0 frozen, 1 not frozen, 2 used wrong.\n";

static const char help_show[] = "resonance profile show ID [--json]\n"
                                "\n"
                                "Shows a frozen profile.\n"
                                "\n"
                                "Example: resonance profile show autumn\n"
                                "Exit: 0 done, 1 not done, 2 used wrong.\n";

enum { CODES_MAX = RATERS_MAX };

static enum status profile_collect(struct command *command)
{
    size_t count = 0;
    enum status status = options_count(&command->options, "count", 1, CODES_MAX, &count);
    if (status == OK && !count)
        status = fail(STATUS_USAGE, "say how many codes: --count N");
    return status == OK ? invite_make(command, ROLE_RATER, SPAN(""),
                                      SPAN("Describe our organization"), count)
                        : status;
}

/* All sittings of colleagues in the archive. */
struct gathering {
    struct result_reader reader;
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
        result_reader_peek(&gathering->reader, arena, content, &peeked);
    if (status == OK)
        *(enum role *)outcome = peeked.start.role;
    return status;
}

/* What a colleague said is opened once more, to stay until the profile is made. */
static enum status tell(void *context, const struct result *found, const void *outcome)
{
    struct gathering *gathering = context;
    struct result_reader *reader = &gathering->reader;
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
    fprintf(stderr, "WARNING: %s\n", status_last());
    arena_release(&reader->arena, mark);
    return OK;
}

/* There are never more answers than codes were given out; and one that is no colleague's. */
static enum status count_at_most(struct command *command, size_t *out_count)
{
    struct invitations *invitations;
    const enum status status = office_invitations(&command->office, &invitations);
    if (status != OK)
        return status;
    *out_count = 1;
    for (size_t i = 0; i < invitations->invite_count; i++)
        if (invitations->invites[i].role == ROLE_RATER)
            ++*out_count;
    return OK;
}

static enum status profile_build(struct command *command, struct gathering *gathering,
                                 struct basis **out_basis,
                                 struct agreement_view *out_view)
{
    struct batch batch = {.look = look,
                          .tell = tell,
                          .context = gathering,
                          .outcome_bytes = sizeof(enum role)};
    size_t count = 1;
    enum status status = count_at_most(command, &count);
    gathering->count_max = count - 1 < RATERS_MAX ? count - 1 : RATERS_MAX;
    if (status == OK)
        status = result_reader_open(command, count, &gathering->reader);
    if (status == OK)
        status = batch_run(&batch, &gathering->reader);
    if (status == OK)
        status = basis_build(&gathering->reader.arena, gathering->reader.assessment,
                             gathering->sittings, gathering->count, out_basis, out_view);
    return status;
}

static void basis_show(struct command *command, const struct assessment *assessment,
                       const struct basis *basis, const struct agreement_view *view)
{
    if (has_option(&command->options, "json"))
        buffer_format(&command->out, "%.*s\n",
                      SPAN_ARGS(basis_write(command->arena, basis)));
    else
        profile_text(&command->out, assessment, basis, view);
}

static enum status profile_status(struct command *command)
{
    struct gathering gathering = {0};
    struct agreement_view view;
    struct basis *basis;
    const enum status status = profile_build(command, &gathering, &basis, &view);
    if (status == OK)
        basis_show(command, gathering.reader.assessment, basis, &view);
    result_reader_close(&gathering.reader);
    return status;
}

static const char *profile_name(struct command *command, struct span id)
{
    return span_format(command->arena, "profiles/%.*s.json", SPAN_ARGS(id)).data;
}

static enum status id_check(struct command *command)
{
    const struct span id = command_word(command, 0);
    if (!is_vacancy_id(id))
        return fail(STATUS_BAD_INPUT,
                    "the id of a profile has small letters, digits and hyphens");
    if (is_file(office_path(&command->office, profile_name(command, id))))
        return fail(STATUS_EXISTS,
                    "there is a profile %.*s, and a frozen profile never changes; take "
                    "another id",
                    SPAN_ARGS(id));
    return OK;
}

static enum status freeze(struct command *command, const struct basis *basis)
{
    const struct span id = command_word(command, 0);
    if (basis->grade == PROFILE_NONE)
        return fail(STATUS_REFUSED,
                    "%zu colleagues are too few for a profile, or their answers show no "
                    "differences; three are needed, five to ten are good",
                    basis->rater_count);
    enum status status = folder_make(office_path(&command->office, "profiles"));
    if (status == OK)
        status = office_write(&command->office, profile_name(command, id),
                              basis_write(command->arena, basis));
    if (status == OK)
        buffer_format(&command->out,
                      "Froze the profile %.*s from %zu colleagues: %s.\n"
                      "Next: 'resonance vacancy new', then 'resonance vacancy open ID "
                      "--profile %.*s'.\n",
                      SPAN_ARGS(id), basis->rater_count,
                      wording_grade_effect(basis->grade), SPAN_ARGS(id));
    return status;
}

static enum status profile_freeze(struct command *command)
{
    struct gathering gathering = {0};
    struct agreement_view view;
    struct basis *basis;
    enum status status = id_check(command);
    if (status == OK)
        status = profile_build(command, &gathering, &basis, &view);
    if (status == OK)
        status = freeze(command, basis);
    result_reader_close(&gathering.reader);
    return status;
}

static enum status profile_show(struct command *command)
{
    struct file_set set = file_set_init(command->arena);
    const struct span id = command_word(command, 0);
    struct assessment *assessment;
    struct basis *basis;
    struct span bytes;
    if (!is_vacancy_id(id) ||
        !is_file(office_path(&command->office, profile_name(command, id))))
        return fail(STATUS_NOT_FOUND, "there is no profile \"%.*s\"",
                    SPAN_ARGS(span_cut(id, 0, 60)));
    enum status status = office_read(&command->office, profile_name(command, id),
                                     VACANCY_BYTES_MAX, &bytes);
    if (status == OK)
        status = basis_read(command->arena, bytes, &basis);
    if (status == OK)
        status = assessment_files_read(&set, office_path(&command->office, "assessment"),
                                       NULL, &assessment);
    if (status == OK)
        basis_show(command, assessment, basis, NULL);
    return status;
}

#define KEY_OPTIONS "key= identity= json"

static const struct command_row tasks[] = {
    {"profile collect", help_collect, "count= plain", 0, 0, OFFICE_CHANGE,
     profile_collect},
    {"profile status", help_status, KEY_OPTIONS, 0, 0, OFFICE_READ, profile_status},
    {"profile freeze", help_freeze, KEY_OPTIONS, 1, 1, OFFICE_CHANGE, profile_freeze},
    {"profile show", help_show, "json", 1, 1, OFFICE_READ, profile_show},
};

int profiles_command(int argc, char **argv)
{
    return command_choose("profile", tasks, sizeof tasks / sizeof *tasks, argc, argv);
}
