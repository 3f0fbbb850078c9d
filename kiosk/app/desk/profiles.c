#include "app/desk/profiles.h"

#include "app/desk/form.h"
#include "app/desk/invite.h"
#include "app/desk/profile_text.h"
#include "app/desk/walk.h"
#include "base/file.h"

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

static enum status profile_collect(struct duty *duty)
{
    size_t count = 0;
    enum status status = options_count(&duty->options, "count", 1, CODES_MAX, &count);
    if (status == OK && !count)
        status = fail(STATUS_USAGE, "say how many codes: --count N");
    return status == OK ? invite_make(duty, ROLE_RATER, SPAN(""),
                                      SPAN("Describe our organization"), count)
                        : status;
}

/* All sittings of colleagues in the archive. */
struct gathering {
    struct opener opener;
    const struct sitting *sittings[RATERS_MAX];
    size_t count, count_max;
};

static enum status look(const void *context, struct arena *arena,
                        const struct opened *opened, struct span content, void *outcome)
{
    const struct gathering *gathering = context;
    struct record_peeked peeked;
    (void)opened;
    const enum status status = opener_peek(&gathering->opener, arena, content, &peeked);
    if (status == OK)
        *(enum role *)outcome = peeked.start.role;
    return status;
}

/* What a colleague said is opened once more, to stay until the profile is made. */
static enum status tell(void *context, const struct opened *found, const void *outcome)
{
    struct gathering *gathering = context;
    struct opener *opener = &gathering->opener;
    const struct arena_mark mark = arena_mark(&opener->arena);
    struct opened opened;
    struct record *record;
    if (*(const enum role *)outcome != ROLE_RATER)
        return OK;
    if (gathering->count == gathering->count_max)
        return fail(STATUS_TOO_LARGE,
                    "there are more than %zu answers of colleagues: more than a profile "
                    "takes, or than codes were given out (is invitations.json older "
                    "than the archive?)",
                    gathering->count_max);
    if (opener_read(opener, found->envelope.record_id, found->place, &opened, &record) ==
        OK) {
        gathering->sittings[gathering->count++] = record->sitting;
        return OK;
    }
    fprintf(stderr, "WARNING: %s\n", status_last());
    arena_release(&opener->arena, mark);
    return OK;
}

/* There are never more answers than codes were given out; and one that is no colleague's. */
static enum status count_at_most(struct duty *duty, size_t *out_count)
{
    struct invitations *invitations;
    const enum status status = office_invitations(&duty->office, &invitations);
    if (status != OK)
        return status;
    *out_count = 1;
    for (size_t i = 0; i < invitations->invite_count; i++)
        if (invitations->invites[i].role == ROLE_RATER)
            ++*out_count;
    return OK;
}

static enum status profile_build(struct duty *duty, struct gathering *gathering,
                                 struct basis **out_basis,
                                 struct agreement_view *out_view)
{
    struct walk walk = {.look = look,
                        .tell = tell,
                        .context = gathering,
                        .outcome_bytes = sizeof(enum role)};
    size_t count = 1;
    enum status status = count_at_most(duty, &count);
    gathering->count_max = count - 1 < RATERS_MAX ? count - 1 : RATERS_MAX;
    if (status == OK)
        status = opener_open(duty, count, &gathering->opener);
    if (status == OK)
        status = walk_run(&walk, &gathering->opener);
    if (status == OK)
        status = basis_build(&gathering->opener.arena, gathering->opener.assessment,
                             gathering->sittings, gathering->count, out_basis, out_view);
    return status;
}

static void basis_show(struct duty *duty, const struct assessment *assessment,
                       const struct basis *basis, const struct agreement_view *view)
{
    if (has_option(&duty->options, "json"))
        buffer_format(&duty->out, "%.*s\n", SPAN_ARGS(basis_write(duty->arena, basis)));
    else
        profile_text(&duty->out, assessment, basis, view);
}

static enum status profile_status(struct duty *duty)
{
    struct gathering gathering = {0};
    struct agreement_view view;
    struct basis *basis;
    const enum status status = profile_build(duty, &gathering, &basis, &view);
    if (status == OK)
        basis_show(duty, gathering.opener.assessment, basis, &view);
    opener_close(&gathering.opener);
    return status;
}

static const char *profile_name(struct duty *duty, struct span id)
{
    return span_format(duty->arena, "profiles/%.*s.json", SPAN_ARGS(id)).data;
}

static enum status id_check(struct duty *duty)
{
    const struct span id = duty_word(duty, 0);
    if (!is_vacancy_id(id))
        return fail(STATUS_BAD_INPUT,
                    "the id of a profile has small letters, digits and hyphens");
    if (is_file(office_path(&duty->office, profile_name(duty, id))))
        return fail(STATUS_EXISTS,
                    "there is a profile %.*s, and a frozen profile never changes; take "
                    "another id",
                    SPAN_ARGS(id));
    return OK;
}

static enum status freeze(struct duty *duty, const struct basis *basis)
{
    const struct span id = duty_word(duty, 0);
    if (basis->grade == PROFILE_NONE)
        return fail(STATUS_REFUSED,
                    "%zu colleagues are too few for a profile, or their answers show no "
                    "differences; three are needed, five to ten are good",
                    basis->rater_count);
    enum status status = folder_make(office_path(&duty->office, "profiles"));
    if (status == OK)
        status = office_write(&duty->office, profile_name(duty, id),
                              basis_write(duty->arena, basis));
    if (status == OK)
        buffer_format(&duty->out,
                      "Froze the profile %.*s from %zu colleagues: %s.\n"
                      "Next: 'resonance vacancy new', then 'resonance vacancy open ID "
                      "--profile %.*s'.\n",
                      SPAN_ARGS(id), basis->rater_count,
                      profile_grade_words(basis->grade), SPAN_ARGS(id));
    return status;
}

static enum status profile_freeze(struct duty *duty)
{
    struct gathering gathering = {0};
    struct agreement_view view;
    struct basis *basis;
    enum status status = id_check(duty);
    if (status == OK)
        status = profile_build(duty, &gathering, &basis, &view);
    if (status == OK)
        status = freeze(duty, basis);
    opener_close(&gathering.opener);
    return status;
}

static enum status profile_show(struct duty *duty)
{
    struct file_set set = file_set_init(duty->arena);
    const struct span id = duty_word(duty, 0);
    struct assessment *assessment;
    struct basis *basis;
    struct span bytes;
    if (!is_vacancy_id(id) ||
        !is_file(office_path(&duty->office, profile_name(duty, id))))
        return fail(STATUS_NOT_FOUND, "there is no profile \"%.*s\"",
                    SPAN_ARGS(span_cut(id, 0, 60)));
    enum status status =
        office_read(&duty->office, profile_name(duty, id), VACANCY_BYTES_MAX, &bytes);
    if (status == OK)
        status = basis_read(duty->arena, bytes, &basis);
    if (status == OK)
        status =
            form_read(&set, office_path(&duty->office, "assessment"), NULL, &assessment);
    if (status == OK)
        basis_show(duty, assessment, basis, NULL);
    return status;
}

#define KEY_OPTIONS "key= identity= json"

static const struct task tasks[] = {
    {"profile collect", help_collect, "count= plain", 0, 0, OFFICE_CHANGE,
     profile_collect},
    {"profile status", help_status, KEY_OPTIONS, 0, 0, OFFICE_READ, profile_status},
    {"profile freeze", help_freeze, KEY_OPTIONS, 1, 1, OFFICE_CHANGE, profile_freeze},
    {"profile show", help_show, "json", 1, 1, OFFICE_READ, profile_show},
};

int profiles_command(int argc, char **argv)
{
    return task_choose("profile", tasks, sizeof tasks / sizeof *tasks, argc, argv);
}
