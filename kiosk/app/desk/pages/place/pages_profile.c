/* How colleagues describe the organization: who is asked, how far they are, and the freeze. */
#include "app/desk/command/profile/profile.h"
#include "app/desk/pages/keys/pages_sign.h"
#include "app/desk/pages/pages_link.h"
#include "app/desk/pages/pages_words.h"
#include "app/desk/pages/place/pages_place.h"
#include "base/words.h"
#include "profile/wording.h"

enum {
    HTTP_OK = 200,
    HTTP_WRONG_FORM = 422,
    PAGE_BYTES = 256 * 1024,
    NAME_MOST = 80,
    COUNT_MOST = 200
};

/* --- how many have answered --- */

/* Without keys that open their answers, or while a freeze has begun, the reason stands there. */
static bool is_now_read(struct pages_turn *turn, struct profile_now *out_now,
                        enum status *out_status)
{
    *out_status = operation_page_open(turn->operation, PAGE_BYTES);
    turn->operation->values = (struct options){0};
    if (*out_status == OK)
        *out_status = profile_now_read(turn->operation, out_now);
    return *out_status == OK;
}

static void progress_add(struct pages_turn *turn, const struct profile_now *now)
{
    struct page_section *section =
        page_section(&turn->page, PAGE_BOX, "progress", W("Who has answered"));
    page_add_tally(
        section, now->from, 0, now->next,
        span_format(turn->arena,
                    W("Answered so far: %zu. A profile would be made from %zu of them."),
                    now->answered, now->from));
    page_add_text(section,
                  span_format(turn->arena,
                              W("The next step is %zu whose answers count: profiles grow "
                                "by 3, so that nobody’s answers are the difference of "
                                "two. Flat or hasty answers do not count, and their "
                                "number is not told."),
                              now->next));
    page_add_text(section, WS("Figures are shown when the profile is frozen, not before: "
                              "two looks would tell what one person said."));
}

static void reason_add(struct pages_turn *turn)
{
    page_add_text(page_section(&turn->page, PAGE_BOX, "progress", W("Who has answered")),
                  pages_words_sentence(turn->arena, span_of(status_last())));
}

/* --- who is asked --- */

static struct page_form *collect_form(struct pages_turn *turn)
{
    struct page_form *form =
        page_form_new(turn->arena, SPAN("/profile"), turn->question->token,
                      WS("Make cards for colleagues (PDF)"));
    struct page_field *count =
        page_form_field(form, PAGE_FIELD_NUMBER, "count", WS("How many"));
    count->value = pages_turn_field(turn, "count");
    count->hint = WS("Some stay away: 8 or 11 are safe for the first step of 5.");
    struct page_field *day =
        page_form_field(form, PAGE_FIELD_DAY, "day", WS("The day to come"));
    day->value = pages_turn_field(turn, "day");
    day->hint = WS("Such as 2026-12-03. You may leave it empty.");
    form->is_second = true;
    form->after = WS("The codes are shown this once. Enrol the terminals afterwards, so "
                     "that they know them.");
    return form;
}

static void whom_add(struct pages_turn *turn, struct page_form *form)
{
    struct page_section *section =
        page_section(&turn->page, PAGE_BOX, "ask", W("Whom to ask"));
    page_add_text(section,
                  WS("People of each kind of work, from each site, some who came this "
                     "year and some who have been here long. Not only those who agree "
                     "with you: where they differ is what you want to know."));
    page_add_text(section,
                  WS("They give no name. Lay the cards out and let each draw one, "
                     "so that nobody knows who has which."));
    page_add_form(section, form);
}

static bool is_count(const struct pages_turn *turn)
{
    int64_t count = 0;
    return span_to_integer(span_trim(pages_turn_field(turn, "count")), &count) &&
           count >= 1 && count <= COUNT_MOST;
}

static enum status collect_do(struct pages_turn *turn, struct page_form *form)
{
    turn->operation->values =
        (struct options){.names = {SPAN("pdf")}, .values = {""}, .option_count = 1};
    pages_turn_value(turn, "count", span_trim(pages_turn_field(turn, "count")));
    pages_turn_value(turn, "day", span_trim(pages_turn_field(turn, "day")));
    const enum status status =
        pages_sign_run(turn, operation_wants_nothing, profile_collect_run);
    if (status == OK)
        *turn->answer = (struct pages_answer){
            .http_status = HTTP_OK,
            .type = SPAN("application/pdf"),
            .body = buffer_span(&turn->put),
            .download = SPAN("cards-colleagues.pdf"),
        };
    if (status == OK || is_pages_sign_grave(status) || status == STATUS_NO_DEVICE)
        return status;
    if (is_count(turn))
        page_form_fault(form, "day",
                        pages_words_sentence(turn->arena, span_of(status_last())));
    else
        page_form_fault(form, "count", WS("Write a number from 1 to 200."));
    turn->answer->http_status = HTTP_WRONG_FORM;
    return OK;
}

/* --- what is frozen --- */

static enum status frozen_add(struct pages_turn *turn)
{
    struct span *names;
    size_t count;
    const enum status status =
        office_names(&turn->operation->office, "profiles", &names, &count);
    if (status != OK)
        return status;
    struct page_section *section =
        page_section(&turn->page, PAGE_PLAIN, "frozen", W("Frozen profiles"));
    static const struct page_column columns[] = {
        {WN("Profile"), 0}, {WN("Colleagues"), 1}, {WN("State"), 0}};
    if (!count) {
        page_add_text(section, WS("There is none yet, so no vacancy can have a figure."));
        return OK;
    }
    struct page_block *table = page_add_table(section, "", columns, 3);
    for (size_t i = 0; i < count; i++) {
        struct pages_place place;
        const enum status read = pages_place_read(turn, names[i], &place);
        struct page_row *row = page_row(table, SPAN(""));
        row->cells[0] = names[i];
        page_cell(table, row, 0)->address =
            pages_link(turn->arena, "/profile/*", names[i]);
        row->cells[1] = read == OK
                            ? span_format(turn->arena, "%zu", place.basis->rater_count)
                            : SPAN("");
        row->cells[2] = read == OK
                            ? WS(wording_grade_effect(place.basis->grade))
                            : pages_words_sentence(turn->arena, span_of(status_last()));
    }
    return OK;
}

enum status pages_profile(struct pages_turn *turn)
{
    struct profile_now now;
    enum status status;
    pages_turn_begin(turn, WS("Our profile"));
    struct page_form *form = collect_form(turn);
    if (is_now_read(turn, &now, &status)) {
        progress_add(turn, &now);
        if (now.from && has_pages_turn_role(turn, "o"))
            page_way_add(turn->arena, &turn->shell.actions, PAGE_WAY_MAIN,
                         WS("Freeze it"), SPAN("/profile/freeze"));
    } else if (is_pages_sign_grave(status)) {
        return status;
    } else {
        reason_add(turn);
    }
    whom_add(turn, form);
    status = frozen_add(turn);
    if (status != OK || !is_pages_turn_form(turn))
        return status;
    return collect_do(turn, form);
}

/* --- the freeze --- */

static void name_add(struct pages_turn *turn, struct page_form *form, const char *name,
                     const char *label, const char *hint)
{
    struct page_field *field = page_form_field(form, PAGE_FIELD_TEXT, name, WS(label));
    field->value = pages_turn_field(turn, name);
    field->hint = WS(hint);
    field->most = NAME_MOST;
}

static struct page_form *freeze_form(struct pages_turn *turn,
                                     const struct profile_now *now)
{
    struct page_form *form =
        page_form_new(turn->arena, SPAN("/profile/freeze"), turn->question->token,
                      WS("Freeze it, and erase single answers"));
    page_form_field(form, PAGE_FIELD_HIDDEN, "seen", SPAN(""))->value =
        span_format(turn->arena, "%zu-%zu", now->answered, now->from);
    struct page_field *id =
        page_form_field(form, PAGE_FIELD_TEXT, "id", WS("Name of the profile"));
    id->value = pages_turn_field(turn, "id");
    id->hint = WS("1 to 40 small letters, digits and hyphens, such as “autumn-2026”.");
    id->most = VACANCY_ID_BYTES_MAX;
    name_add(turn, form, "by1", WN("Who freezes"), WN("First and last name."));
    name_add(turn, form, "by2", WN("And who agrees"), WN("Another person."));
    pages_sign_field(form);
    form->after = WS("This cannot be undone.");
    return form;
}

static void meaning_add(struct pages_turn *turn, struct page_section *section,
                        const struct profile_now *now)
{
    page_add_text(
        section,
        span_format(turn->arena,
                    W("The profile is made from %zu of %zu colleagues for good: %s."),
                    now->from, now->answered, wording_grade_effect(now->grade)));
    page_add_text(section,
                  span_format(turn->arena,
                              W("The single answers of all %zu are erased for ever. Only "
                                "averages, and how sure they are, remain."),
                              now->answered));
    if (now->answered > now->from)
        page_add_text(section, span_format(turn->arena,
                                           W("Wait until %zu count, and the profile is "
                                             "made from as many."),
                                           now->next));
    page_add_text(section,
                  WS("Terminals erase their copies when they are enrolled again. "
                     "Delete the files on sticks, and copies of this folder."));
}

/* The field that a refusal belongs to. */
static const char *freeze_field(const struct pages_turn *turn, enum status status)
{
    if (status == STATUS_WRONG_PASSPHRASE)
        return "passphrase";
    if (!span_trim(pages_turn_field(turn, "by1")).count)
        return "by1";
    if (status == STATUS_USAGE || !span_trim(pages_turn_field(turn, "by2")).count)
        return "by2";
    return "id";
}

static enum status freeze_do(struct pages_turn *turn, struct page_form *form)
{
    struct options *values = &turn->operation->values;
    pages_turn_word(turn, pages_turn_field(turn, "id"));
    pages_turn_value(turn, "by", span_trim(pages_turn_field(turn, "by1")));
    pages_turn_value(turn, "by", span_trim(pages_turn_field(turn, "by2")));
    pages_turn_value(turn, "seen", pages_turn_field(turn, "seen"));
    values->names[values->option_count] = SPAN("yes");
    values->values[values->option_count++] = "";
    const enum status status =
        pages_sign_run(turn, profile_freeze_prepare, profile_freeze_run);
    if (status == OK)
        pages_turn_done(
            turn, pages_link(turn->arena, "/profile/*", pages_turn_field(turn, "id")),
            WN("The profile is frozen."));
    if (status == OK || is_pages_sign_grave(status))
        return status;
    const struct span sentence =
        pages_words_sentence(turn->arena, span_of(status_last()));
    page_form_fault(form, freeze_field(turn, status), sentence);
    turn->answer->http_status = HTTP_WRONG_FORM;
    return OK;
}

enum status pages_profile_freeze(struct pages_turn *turn)
{
    struct profile_now now;
    enum status status;
    pages_turn_begin(turn, WS("Freeze our profile"));
    pages_turn_crumb(turn, WS("Our profile"), SPAN("/profile"));
    pages_turn_crumb(turn, WS("Freeze it"), SPAN(""));
    if (!is_now_read(turn, &now, &status))
        return status;
    if (!now.from)
        return fail(STATUS_REFUSED,
                    "too few colleagues have answered for a profile; %d "
                    "whose answers count are needed",
                    BASIS_STEP_FIRST);
    struct page_section *section =
        page_section(&turn->page, PAGE_BOX, "freeze", W("What freezing means"));
    meaning_add(turn, section, &now);
    struct page_form *form = freeze_form(turn, &now);
    page_add_form(section, form);
    return is_pages_turn_form(turn) ? freeze_do(turn, form) : OK;
}
