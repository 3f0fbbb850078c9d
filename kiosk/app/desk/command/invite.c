#include "app/desk/command/invite.h"

#include "app/common/pdf.h"
#include "app/desk/command/invite/card_paper.h"
#include "app/desk/office/trust/signed_codes.h"
#include "seal/code/code.h"
#include "report/page/page_wrap.h"
#include "seal/secret.h"

#include <stdlib.h>
#include <string.h>

enum { CODES_MAX = 500, CARD_COLUMNS = 60, CARD_INDENT = 2 };

static const char card_edge[] =
    "+--------------------------------------------------------------+\n";

/* What is printed: in guarded memory until it is on the paper. */
struct cards {
    struct operation *operation;
    enum role role;
    struct span vacancy, title;
    int64_t last; /* number that a card was given */
    bool is_plain;
    struct arena arena;
    struct buffer out;
    struct card_paper *paper; /* NULL: the cards are text */
    struct span pdf;
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

/* Nothing may run over the edge of a card that is cut out. */
static void lines_add(struct cards *cards, struct span text)
{
    struct span line;
    while (page_wrap(&text, CARD_COLUMNS, &line))
        buffer_format(&cards->out, "%*s%.*s\n", CARD_INDENT, "", SPAN_ARGS(line));
}

static enum status card_add(struct cards *cards, int64_t number, const char *code)
{
    const struct organization *organization = cards->operation->office.organization;
    if (cards->paper)
        return card_paper_add(cards->paper, cards->role == ROLE_RATER ? 0 : number,
                              span_of(code));
    if (cards->is_plain) {
        buffer_format(&cards->out, "%s %lld %s\n", assessment_role_words[cards->role],
                      (long long)number, code);
        return OK;
    }
    buffer_text(&cards->out, card_edge);
    lines_add(cards, organization->name);
    lines_add(cards, cards->title);
    buffer_text(&cards->out, "\n");
    if (cards->role != ROLE_RATER)
        buffer_format(&cards->out, "  Number %lld\n", (long long)number);
    buffer_format(&cards->out, "  Your access code:   %s\n\n", code);
    lines_add(cards, SPAN("Type it on the screen. It opens one session, for you alone. "
                          "Keep it until you have finished: after a break, and for one "
                          "day, it brings your answers back."));
    if (cards->role == ROLE_RATER)
        lines_add(cards,
                  SPAN("Then tear this card up. We keep no code: only somebody who "
                       "has yours, and can open answers, could find your own."));
    lines_add(cards, span_format(cards->operation->arena, "Questions: %.*s",
                                 SPAN_ARGS(organization->contact)));
    return OK;
}

/* Only where each takes long enough for somebody to wait. */
static void say_progress(const struct cards *cards, size_t done, size_t count)
{
    const struct office *office = &cards->operation->office;
    if (office->organization->code_cost.memory_bytes > 1024 * 1024)
        office_progress(office, "codes made", done, count);
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
    return card_add(cards, invite->number, secrets->text);
}

static int tag_order(const void *left, const void *right)
{
    return memcmp(((const struct invite *)left)->tag, ((const struct invite *)right)->tag,
                  CONFIG_TAG_BYTES);
}

/* Cards are often printed in the order of a list of names. The tags of colleagues, which terminals
 * and sticks carry, must not stand in it: they go behind those of candidates, by themselves. */
static void raters_sort(struct arena *arena, struct invite *invites, size_t count)
{
    struct invite *sorted = arena_array(arena, struct invite, count);
    size_t rater_count = 0, at = 0;
    for (size_t i = 0; i < count; i++)
        if (invites[i].role == ROLE_RATER)
            sorted[rater_count++] = invites[i];
        else
            invites[at++] = invites[i];
    if (rater_count)
        qsort(sorted, rater_count, sizeof *sorted, tag_order);
    memcpy(&invites[at], sorted, rater_count * sizeof *sorted);
}

static enum status all_make(struct cards *cards, struct invitations *invitations,
                            size_t count)
{
    const int64_t last = last_number(invitations, cards->role, cards->vacancy);
    enum status status = OK;
    struct invite *invites = arena_array(cards->operation->arena, struct invite,
                                         invitations->invite_count + count);
    memcpy(invites, invitations->invites, invitations->invite_count * sizeof *invites);
    for (size_t i = 0; i < count && status == OK; i++) {
        struct invite *invite = &invites[invitations->invite_count + i];
        *invite = (struct invite){.role = cards->role,
                                  .vacancy = cards->vacancy,
                                  .number = last + 1 + (int64_t)i};
        cards->last = invite->number;
        status = code_make(cards, invitations, invite);
        /* A rater's tag says nothing about which card it is: raters stay anonymous. */
        if (cards->role == ROLE_RATER)
            invite->number = 0;
        say_progress(cards, i + 1, count);
    }
    invitations->invites = invites;
    invitations->invite_count += count;
    raters_sort(cards->operation->arena, invites, invitations->invite_count);
    return status;
}

static enum status cards_put(struct cards *cards)
{
    struct office *office = &cards->operation->office;
    if (!cards->is_plain && !cards->paper)
        buffer_text(&cards->out, card_edge);
    const enum status status =
        cards->paper         ? operation_put(cards->operation, cards->pdf, 0600)
        : cards->out.is_full ? STATUS_TOO_LARGE
                             : office_put(office, buffer_span(&cards->out));
    if (status != OK)
        return fail(STATUS_IO, "the codes were made but cannot be shown; make new ones");
    office_tell(
        office, OFFICE_ASIDE,
        "These codes cannot be shown again. Next: enrol the terminals ('resonance "
        "enrol'), so that they know them.");
    if (cards->role == ROLE_RATER)
        office_tell(
            office, OFFICE_ASIDE,
            "Let colleagues draw their cards, and delete the file of the codes: "
            "whoever has a code, and can open answers, could find those given with "
            "it.");
    return OK;
}

static enum status make(struct cards *cards, size_t count)
{
    struct office *office = &cards->operation->office;
    struct invitations *invitations;
    enum status status = office_invitations(office, &invitations);
    if (status == OK)
        status = signed_codes_check(office, invitations);
    if (status == OK && invitations->invite_count + count > INVITES_MAX)
        status = fail(STATUS_TOO_LARGE,
                      "there would be more than %d codes; close old vacancies first",
                      INVITES_MAX);
    if (status == OK)
        status = all_make(cards, invitations, count);
    if (status == OK &&
        cards->paper) /* before they count: a code that nobody sees is none */
        status = pdf_make(&cards->arena, card_paper_html(cards->paper), &cards->pdf);
    if (status == OK) /* of codes that were not made, the log says nothing */
        operation_note(cards->operation, "printed codes",
                       cards->vacancy.count ? cards->vacancy : SPAN("colleagues"));
    if (status == OK)
        status = office_write(office, "invitations.json",
                              config_invitations_write(&office->arena, invitations));
    return status == OK ? cards_put(cards) : status;
}

/* Room for all of them, and the paper where they are wanted on paper. */
static enum status cards_open(struct cards *cards, size_t count)
{
    struct office *office = &cards->operation->office;
    const struct options *values = &cards->operation->values;
    const size_t card_bytes =
        1024 +
        (1 + CARD_INDENT) * (cards->title.count + office->organization->name.count +
                             office->organization->contact.count);
    const bool is_paper = has_option(values, "pdf");
    const char *day = options_text(values, "day");
    if (is_paper && count > CARD_PAPER_MAX)
        return fail(STATUS_USAGE, "--pdf makes at most %d cards at a time",
                    CARD_PAPER_MAX);
    if (is_paper && cards->is_plain)
        return fail(STATUS_USAGE, "--plain and --pdf do not go together");
    if (!is_paper && (day || has_option(values, "out")))
        return fail(STATUS_USAGE, "--day and --out go with --pdf");
    enum status status =
        office_guarded(office,
                       is_paper ? CARD_PAPER_BYTES + count * CARD_PAPER_CARD_BYTES
                                : 4 * count * card_bytes,
                       &cards->arena);
    if (status == OK && is_paper)
        status = card_paper_open(&cards->arena, office->organization, cards->title,
                                 span_of(day ? day : ""), &cards->paper);
    cards->out = buffer_init(&cards->arena, count * card_bytes);
    return status;
}

static enum status count_make(struct operation *operation, enum role role,
                              struct span vacancy, struct span title, size_t count,
                              int64_t *out_last)
{
    struct cards cards = {
        .operation = operation,
        .role = role,
        .vacancy = vacancy,
        .title = title,
        .is_plain = has_option(&operation->values, "plain"),
    };
    enum status status = cards_open(&cards, count);
    if (status != OK) {
        arena_done(&cards.arena);
        return status;
    }
    status = make(&cards, count);
    arena_done(&cards.arena);
    if (status == OK)
        *out_last = cards.last;
    return status;
}

enum status invite_make(struct operation *operation, enum role role, struct span vacancy,
                        struct span title, size_t count_max)
{
    size_t count = 0;
    enum status status = options_count(&operation->values, "count", 1, count_max, &count);
    if (status == OK && !count)
        status = fail(STATUS_USAGE, "say how many codes: --count N");
    int64_t last;
    return status == OK ? count_make(operation, role, vacancy, title, count, &last)
                        : status;
}

static enum status open_check(const struct vacancy *vacancy)
{
    if (vacancy->state == VACANCY_CLOSED)
        return fail(
            STATUS_REFUSED,
            "the vacancy %.*s is not open any more; make a new one with 'resonance vacancy "
            "new'",
            SPAN_ARGS(vacancy->id));
    if (vacancy->state != VACANCY_OPEN)
        return fail(STATUS_REFUSED,
                    "the vacancy is not open; open it with 'resonance vacancy open "
                    "%.*s'",
                    SPAN_ARGS(vacancy->id));
    return OK;
}

enum status invite_one(struct operation *operation, const struct vacancy *vacancy)
{
    int64_t last;
    const enum status status = open_check(vacancy);
    return status == OK ? count_make(operation, ROLE_CANDIDATE, vacancy->id,
                                     vacancy->title, 1, &last)
                        : status;
}

enum status invite_newcomer(struct operation *operation, struct span vacancy,
                            struct span title, int64_t *out_number)
{
    return count_make(operation, ROLE_NEWCOMER, vacancy, title, 1, out_number);
}

enum status invite_withdraw(struct operation *operation, enum role role,
                            struct span vacancy, int64_t number)
{
    struct office *office = &operation->office;
    struct invitations *invitations;
    const enum status status = office_invitations(office, &invitations);
    if (status != OK)
        return status;
    for (size_t i = 0; i < invitations->invite_count; i++) {
        struct invite *invite = &invitations->invites[i];
        if (invite->role == role && invite->number == number &&
            is_span_equal(invite->vacancy, vacancy))
            invite->is_revoked = true;
    }
    return office_write(office, "invitations.json",
                        config_invitations_write(&office->arena, invitations));
}

enum status invite_run(struct operation *operation)
{
    struct vacancy *vacancy;
    enum status status =
        office_vacancy(&operation->office, operation_word(operation, 0), &vacancy);
    if (status == OK)
        status = open_check(vacancy);
    return status == OK ? invite_make(operation, ROLE_CANDIDATE, vacancy->id,
                                      vacancy->title, CODES_MAX)
                        : status;
}
