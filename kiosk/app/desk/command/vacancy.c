#include "app/desk/command/vacancy.h"

#include "app/desk/office/assessment_files.h"
#include "profile/wording.h"
#include "app/desk/command/command.h"
#include "base/clock.h"
#include "base/file.h"

static const char help_new[] =
    "resonance vacancy new ID --title TITLE [--weight DIMENSION=WEIGHT,REASON]...\n"
    "\n"
    "Makes the draft of a vacancy. What is not weighed counts 1. Weights and their "
    "reasons\n"
    "are set now: once the vacancy is open they never change.\n"
    "\n"
    "  --title TITLE  what candidates read\n"
    "  --weight ...   how much a dimension counts for this work, and why\n"
    "  --org DIR      the folder of the organization\n"
    "\n"
    "Example: resonance vacancy new deck-officer --title \"Deck officer\" \\\n"
    "           --weight \"order=2,the timetable is a promise\"\n"
    "Exit: 0 made, 1 not made, 2 used wrong.\n";

static const char help_show[] = "resonance vacancy show ID [--json]\n"
                                "\n"
                                "Shows a vacancy: its state, its weights with their "
                                "reasons, its profile, its codes.\n"
                                "\n"
                                "Example: resonance vacancy show deck-officer\n"
                                "Exit: 0 done, 1 not done, 2 used wrong.\n";

static const char help_open[] =
    "resonance vacancy open ID [--profile PROFILE]\n"
    "\n"
    "Opens a draft: the profile of the organization and the weights are frozen into "
    "it.\n"
    "Without --profile the only frozen profile is taken; if there is none, candidates "
    "can\n"
    "still answer, and no resonance will ever be computed for this vacancy.\n"
    "\n"
    "Example: resonance vacancy open deck-officer --profile autumn\n"
    "Exit: 0 open, 1 not opened, 2 used wrong.\n";

static const char help_close[] = "resonance vacancy close ID\n"
                                 "\n"
                                 "Closes an open vacancy: its codes are no longer known "
                                 "on terminals that are enrolled\n"
                                 "afterwards. Results that came stay.\n"
                                 "\n"
                                 "Example: resonance vacancy close deck-officer\n"
                                 "Exit: 0 closed, 1 not closed, 2 used wrong.\n";

/* "order=2,the timetable is a promise" */
static enum status weight_read(const char *text, const struct questionnaire *values,
                               struct importance *out)
{
    const struct span all = span_of(text);
    const size_t equals = span_find(all, '='), comma = span_find(all, ',');
    *out = (struct importance){
        .dimension = span_trim(span_cut(all, 0, equals)),
        .reason = span_trim(span_cut(all, comma + 1, all.count)),
    };
    if (equals >= comma || comma == all.count || !out->reason.count ||
        !span_to_number(span_trim(span_cut(all, equals + 1, comma - equals - 1)),
                        &out->weight) ||
        out->weight < 0)
        return fail(
            STATUS_USAGE,
            "a weight is DIMENSION=NUMBER,REASON with a number of 0 or more and a "
            "reason, such as \"order=2,the timetable is a promise\"");
    for (size_t i = 0; i < values->dimension_count; i++)
        if (is_span_equal(values->dimensions[i].id, out->dimension))
            return OK;
    return fail(STATUS_BAD_INPUT,
                "\"%.*s\" is no dimension of the assessment; they are named in "
                "assessment/",
                SPAN_ARGS(span_cut(out->dimension, 0, 60)));
}

static enum status weights_read(struct command *command,
                                const struct questionnaire *values,
                                struct vacancy *vacancy)
{
    vacancy->importances =
        arena_array(command->arena, struct importance, RESONANCE_DIMENSIONS_MAX);
    for (size_t i = 0;; i++) {
        const char *text = options_text_again(&command->options, "weight", i);
        if (!text)
            return OK;
        if (i == RESONANCE_DIMENSIONS_MAX)
            return fail(STATUS_USAGE, "there are more weights than dimensions");
        struct importance *row = &vacancy->importances[i];
        const enum status status = weight_read(text, values, row);
        if (status != OK)
            return status;
        for (size_t k = 0; k < i; k++)
            if (is_span_equal(vacancy->importances[k].dimension, row->dimension))
                return fail(STATUS_USAGE, "\"%.*s\" is weighed twice",
                            SPAN_ARGS(row->dimension));
        vacancy->importance_count++;
    }
}

static enum status form_of(struct command *command, struct assessment **out_assessment)
{
    struct file_set set = file_set_init(command->arena);
    return assessment_files_read(&set, office_path(&command->office, "assessment"), NULL,
                                 out_assessment);
}

static enum status vacancy_new(struct command *command)
{
    const struct organization *organization = command->office.organization;
    const struct span id = command_word(command, 0);
    const char *title = "";
    struct assessment *assessment;
    enum status status = options_need(&command->options, "title", &title);
    struct vacancy vacancy = {
        .id = id,
        .title = span_of(title),
        .organization = organization->name,
        .contact = organization->contact,
        .retention = organization->retention,
    };
    if (status == OK && !is_vacancy_id(id))
        status = fail(STATUS_BAD_INPUT,
                      "the id of a vacancy has 1 to %d small letters, digits and hyphens",
                      VACANCY_ID_BYTES_MAX);
    if (status == OK &&
        is_file(office_path(
            &command->office,
            span_format(command->arena, "vacancies/%.*s.json", SPAN_ARGS(id)).data)))
        status = fail(STATUS_EXISTS,
                      "there is a vacancy %.*s already, and vacancies are not changed "
                      "afterwards; take another id",
                      SPAN_ARGS(id));
    if (status == OK)
        status = form_of(command, &assessment);
    if (status == OK) {
        const struct part *values =
            assessment_part(assessment, PART_RESONANCE, ROLE_CANDIDATE, SPAN(""));
        status = weights_read(command, values->questionnaire, &vacancy);
    }
    if (status == OK)
        status = office_put_vacancy(&command->office, &vacancy);
    if (status == OK)
        buffer_format(&command->out,
                      "Made the draft %.*s. Next: 'resonance vacancy open %.*s'.\n",
                      SPAN_ARGS(id), SPAN_ARGS(id));
    return status;
}

static const char *state_word(enum vacancy_state state)
{
    return state == VACANCY_DRAFT ? "draft" : state == VACANCY_OPEN ? "open" : "closed";
}

static void show_text(struct command *command, const struct vacancy *vacancy,
                      size_t code_count)
{
    struct buffer *out = &command->out;
    buffer_format(out, "%.*s: %.*s\n", SPAN_ARGS(vacancy->id), SPAN_ARGS(vacancy->title));
    buffer_format(out, "  State:     %s%s%.*s\n", state_word(vacancy->state),
                  vacancy->opened.count ? " since " : "", SPAN_ARGS(vacancy->opened));
    if (vacancy->basis)
        buffer_format(out, "  Profile:   %s (%zu colleagues)\n",
                      wording_grade_effect(vacancy->basis->grade),
                      vacancy->basis->rater_count);
    buffer_format(out, "  Codes:     %zu\n  Retention: %.*s\n", code_count,
                  SPAN_ARGS(vacancy->retention));
    for (size_t i = 0; i < vacancy->importance_count; i++) {
        const struct importance *row = &vacancy->importances[i];
        buffer_format(out, "  Weight:    %.*s %g: %.*s\n", SPAN_ARGS(row->dimension),
                      row->weight, SPAN_ARGS(row->reason));
    }
    buffer_text(out, "  All other dimensions weigh 1. Pilot form, not for decisions.\n");
}

static enum status vacancy_show(struct command *command)
{
    struct invitations *invitations;
    struct vacancy *vacancy;
    size_t code_count = 0;
    enum status status =
        office_vacancy(&command->office, command_word(command, 0), &vacancy);
    if (status == OK)
        status = office_invitations(&command->office, &invitations);
    if (status != OK)
        return status;
    for (size_t i = 0; i < invitations->invite_count; i++)
        code_count += is_span_equal(invitations->invites[i].vacancy, vacancy->id) ? 1 : 0;
    if (has_option(&command->options, "json"))
        buffer_format(&command->out, "%.*s\n",
                      SPAN_ARGS(vacancy_write(command->arena, vacancy)));
    else
        show_text(command, vacancy, code_count);
    return OK;
}

/* Which frozen profile: the one named, or the only one; none is an empty span. */
static enum status profile_choose(struct command *command, struct span *out_id)
{
    const char *given = options_text(&command->options, "profile");
    struct span *names;
    size_t count;
    const enum status status = office_names(&command->office, "profiles", &names, &count);
    if (status != OK)
        return status;
    *out_id = given ? span_of(given) : count ? names[0] : SPAN("");
    for (size_t i = 0; given && i < count; i++)
        if (is_span(names[i], given))
            return OK;
    if (given)
        return fail(STATUS_NOT_FOUND,
                    "there is no profile \"%.60s\"; freeze one with 'resonance profile "
                    "freeze'",
                    given);
    if (count > 1)
        return fail(STATUS_USAGE, "there are %zu profiles; say which with --profile",
                    count);
    return OK;
}

static enum status basis_of(struct command *command, struct span profile,
                            struct basis **out_basis)
{
    struct agreement_view view;
    struct assessment *assessment;
    struct span bytes;
    if (profile.count) {
        const char *name =
            span_format(command->arena, "profiles/%.*s.json", SPAN_ARGS(profile)).data;
        const enum status status =
            office_read(&command->office, name, VACANCY_BYTES_MAX, &bytes);
        return status == OK ? basis_read(command->arena, bytes, out_basis) : status;
    }
    const enum status status = form_of(command, &assessment);
    return status == OK
               ? basis_build(command->arena, assessment, NULL, 0, out_basis, &view)
               : status;
}

static enum status vacancy_open(struct command *command)
{
    struct vacancy *vacancy;
    struct basis *basis;
    struct span profile;
    enum status status =
        office_vacancy(&command->office, command_word(command, 0), &vacancy);
    if (status == OK)
        status = profile_choose(command, &profile);
    if (status == OK)
        status = basis_of(command, profile, &basis);
    if (status == OK)
        status = vacancy_freeze(command->arena, vacancy, basis,
                                clock_date(command->arena, clock_now().unix_ms));
    if (status == OK)
        status = office_put_vacancy(&command->office, vacancy);
    if (status != OK)
        return status;
    buffer_format(&command->out, "%.*s is open.\n", SPAN_ARGS(vacancy->id));
    if (profile.count)
        buffer_format(&command->out, "Profile %.*s: %s.\n", SPAN_ARGS(profile),
                      wording_grade_effect(basis->grade));
    else
        buffer_text(&command->out,
                    "There is no frozen profile of the organization, so no resonance "
                    "will be computed for this vacancy, now or later.\n");
    buffer_format(&command->out,
                  "Next: 'resonance invite %.*s --count N', then enrol the terminals.\n",
                  SPAN_ARGS(vacancy->id));
    return OK;
}

static enum status vacancy_close(struct command *command)
{
    struct vacancy *vacancy;
    enum status status =
        office_vacancy(&command->office, command_word(command, 0), &vacancy);
    if (status == OK && vacancy->state != VACANCY_OPEN)
        status = fail(STATUS_REFUSED, "the vacancy is %s; only an open one is closed",
                      state_word(vacancy->state));
    if (status != OK)
        return status;
    vacancy->state = VACANCY_CLOSED;
    status = office_put_vacancy(&command->office, vacancy);
    if (status == OK)
        buffer_format(&command->out,
                      "%.*s is closed. Enrol the terminals again, so that they know.\n",
                      SPAN_ARGS(vacancy->id));
    return status;
}

static const struct command_row tasks[] = {
    {"vacancy new", help_new, "title= weight=+", 1, 1, OFFICE_CHANGE, vacancy_new},
    {"vacancy show", help_show, "json", 1, 1, OFFICE_READ, vacancy_show},
    {"vacancy open", help_open, "profile=", 1, 1, OFFICE_CHANGE, vacancy_open},
    {"vacancy close", help_close, "", 1, 1, OFFICE_CHANGE, vacancy_close},
};

int vacancies_command(int argc, char **argv)
{
    return command_choose("vacancy", tasks, sizeof tasks / sizeof *tasks, argc, argv);
}
