#include "app/desk/command/invite.h"

#include "seal/code/code.h"
#include "seal/secret.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const char help[] =
    "resonance invite VACANCY --count N [--plain]\n"
    "\n"
    "Makes N access codes for candidates of an open vacancy and shows them as cards to "
    "print\n"
    "and cut. Each opens one session. Only what recognizes a code is stored: the codes\n"
    "cannot be shown again. Enrol the terminals afterwards, so that they know them.\n"
    "\n"
    "  --count N  how many, 1 to 500\n"
    "  --plain    one line each, \"candidate NUMBER CODE\", for programs\n"
    "  --org DIR  the folder of the organization\n"
    "\n"
    "Example: resonance invite deck-officer --count 12 > cards.txt\n"
    "Exit: 0 made, 1 not made, 2 used wrong.\n";

enum { CODES_MAX = 500 };

/* What is printed: in guarded memory until it is on the paper. */
struct cards {
    struct command *command;
    enum role role;
    struct span vacancy, title;
    bool is_plain;
    struct arena arena;
    struct buffer out;
};

static int64_t last_number(const struct invitations *invitations, enum role role,
                           struct span vacancy)
{
    int64_t last = 0;
    for (size_t i = 0; i < invitations->invite_count; i++) {
        const struct invite *invite = &invitations->invites[i];
        if (invite->role == role && is_span_equal(invite->vacancy, vacancy) &&
            invite->number > last)
            last = invite->number;
    }
    return last;
}

static void card_add(struct cards *cards, int64_t number, const char *code)
{
    const struct organization *organization = cards->command->office.organization;
    if (cards->is_plain) {
        buffer_format(&cards->out, "%s %lld %s\n",
                      cards->role == ROLE_RATER ? "rater" : "candidate",
                      (long long)number, code);
        return;
    }
    buffer_text(&cards->out,
                "+--------------------------------------------------------------+\n");
    buffer_format(&cards->out, "  %.*s\n  %.*s\n\n", SPAN_ARGS(organization->name),
                  SPAN_ARGS(cards->title));
    if (cards->role == ROLE_CANDIDATE)
        buffer_format(&cards->out, "  Number %lld\n", (long long)number);
    buffer_format(
        &cards->out,
        "  Your access code:   %s\n"
        "\n"
        "  Type it on the screen. It opens one session, for you alone. Keep it\n"
        "  until you have finished: after a break, and for one day, it brings\n"
        "  your answers back. Questions: %.*s\n",
        code, SPAN_ARGS(organization->contact));
}

static void say_progress(const struct cards *cards, size_t done, size_t count)
{
    if (isatty(STDERR_FILENO) &&
        cards->command->office.organization->code_cost.memory_bytes > 1024 * 1024)
        fprintf(stderr, "\r%zu of %zu codes made%s", done, count,
                done == count ? "\n" : "");
}

/* A new code nobody has: its tag into `invite`, the code itself onto its card. */
static enum status code_make(struct cards *cards, const struct invitations *invitations,
                             struct invite *invite)
{
    const struct stretch_cost cost = {(uint64_t)invitations->operations,
                                      (uint64_t)invitations->memory_bytes};
    scoped_secret memory = {0};
    struct secrets {
        struct code code;
        char text[CODE_TEXT_BYTES];
        unsigned char master[CODE_MASTER_BYTES];
    } * secrets;
    enum status status = secret_open(sizeof *secrets, &memory);
    if (status != OK)
        return status;
    secrets = memory.bytes;
    code_generate(&secrets->code);
    status = code_master(&secrets->code, invitations->salt, cost, secrets->master);
    if (status != OK)
        return status;
    code_tag(secrets->master, invite->tag);
    code_write(&secrets->code, secrets->text);
    card_add(cards, invite->number, secrets->text);
    return OK;
}

static enum status all_make(struct cards *cards, struct invitations *invitations,
                            size_t count)
{
    const int64_t last = last_number(invitations, cards->role, cards->vacancy);
    enum status status = OK;
    struct invite *invites = arena_array(cards->command->arena, struct invite,
                                         invitations->invite_count + count);
    memcpy(invites, invitations->invites, invitations->invite_count * sizeof *invites);
    for (size_t i = 0; i < count && status == OK; i++) {
        struct invite *invite = &invites[invitations->invite_count + i];
        *invite = (struct invite){.role = cards->role,
                                  .vacancy = cards->vacancy,
                                  .number = last + 1 + (int64_t)i};
        status = code_make(cards, invitations, invite);
        /* A rater's tag says nothing about which card it is: raters stay anonymous. */
        if (cards->role == ROLE_RATER)
            invite->number = 0;
        say_progress(cards, i + 1, count);
    }
    invitations->invites = invites;
    invitations->invite_count += count;
    return status;
}

static enum status cards_show(const struct cards *cards)
{
    const struct buffer *out = &cards->out;
    if (out->is_full || fwrite(out->data, 1, out->count, stdout) != out->count ||
        fflush(stdout) != 0)
        return fail(STATUS_IO, "the codes were made but cannot be shown; make new ones");
    if (!cards->is_plain)
        fputs("+--------------------------------------------------------------+\n",
              stdout);
    fputs("These codes cannot be shown again. Next: enrol the terminals ('resonance "
          "enrol'), so that they know them.\n",
          stderr);
    return OK;
}

static enum status make(struct cards *cards, size_t count)
{
    struct office *office = &cards->command->office;
    struct invitations *invitations;
    enum status status = office_invitations(office, &invitations);
    if (status == OK && invitations->invite_count + count > INVITES_MAX)
        status = fail(STATUS_TOO_LARGE,
                      "there would be more than %d codes; close old vacancies first",
                      INVITES_MAX);
    if (status == OK)
        status = all_make(cards, invitations, count);
    if (status == OK)
        status = office_write(office, "invitations.json",
                              config_invitations_write(&office->arena, invitations));
    return status == OK ? cards_show(cards) : status;
}

enum status invite_make(struct command *command, enum role role, struct span vacancy,
                        struct span title, size_t count)
{
    struct cards cards = {
        .command = command,
        .role = role,
        .vacancy = vacancy,
        .title = title,
        .is_plain = has_option(&command->options, "plain"),
    };
    const size_t card_bytes = 1024 + title.count +
                              command->office.organization->name.count +
                              command->office.organization->contact.count;
    enum status status = command_guarded(command, 4 * count * card_bytes, &cards.arena);
    if (status != OK)
        return status;
    cards.out = buffer_init(&cards.arena, count * card_bytes);
    status = make(&cards, count);
    arena_done(&cards.arena);
    return status;
}

static enum status invite(struct command *command)
{
    struct vacancy *vacancy;
    size_t count = 0;
    enum status status =
        office_vacancy(&command->office, command_word(command, 0), &vacancy);
    if (status == OK)
        status = options_count(&command->options, "count", 1, CODES_MAX, &count);
    if (status == OK && !count)
        status = fail(STATUS_USAGE, "say how many codes: --count N");
    if (status == OK && vacancy->state != VACANCY_OPEN)
        status = fail(STATUS_REFUSED,
                      "the vacancy is not open; open it with 'resonance vacancy open "
                      "%.*s'",
                      SPAN_ARGS(vacancy->id));
    return status == OK
               ? invite_make(command, ROLE_CANDIDATE, vacancy->id, vacancy->title, count)
               : status;
}

static const struct command_row task = {"invite", help,          "count= plain", 1,
                                        1,        OFFICE_CHANGE, invite};

int invite_command(int argc, char **argv)
{
    return command_run(&task, argc, argv);
}
