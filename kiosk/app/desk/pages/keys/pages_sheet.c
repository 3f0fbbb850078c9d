/* The recovery sheet of a founding in the browser: who holds it says so, until then Today asks. */
#include "app/desk/office/sheet/sheet_held.h"
#include "app/desk/office/keys.h"
#include "app/desk/pages/pages_turn.h"
#include "base/words.h"

static enum status held_do(struct pages_turn *turn)
{
    enum status status = pages_turn_change_begin(turn);
    if (status != OK)
        return status;
    pages_turn_note(turn, "holds the sheet", SPAN(KEYS_RECOVERY));
    status = sheet_held_end(&turn->operation->office);
    pages_turn_change_end(turn);
    if (status == OK)
        pages_turn_done(turn, SPAN("/"),
                        WN("The log says now that you hold the recovery sheet."));
    return status;
}

static void open_add(struct pages_turn *turn)
{
    page_add_text(
        &turn->page.head,
        WS("The sheet was shown once, when the organization was founded, and is kept "
           "nowhere. With it results are opened when passphrases are lost; without it "
           "they stay closed then."));
    struct page_section *section =
        page_section(&turn->page, PAGE_BOX, "held", W("It is printed"));
    struct page_form *form =
        page_form_new(turn->arena, SPAN("/keys/sheet"), turn->question->token,
                      WS("I hold it on paper"));
    form->after = WS("The log says then who holds it. Put two prints into two safes.");
    page_add_form(section, form);
    section = page_section(&turn->page, PAGE_BOX, "lost", W("It is not printed"));
    page_add_text(section, WS("Nobody can show it again, but a new one takes its place. "
                              "It is made at the machine of the desk: “Is all well?” "
                              "says how."));
    page_way_add(turn->arena, &page_add_ways(section)->ways, PAGE_WAY_BUTTON,
                 WS("Is all well?"), SPAN("/doctor"));
}

enum status pages_sheet(struct pages_turn *turn)
{
    if (is_pages_turn_form(turn))
        return held_do(turn);
    pages_turn_begin(turn, WS("The recovery sheet"));
    pages_turn_crumb(turn, WS("Users and keys"), SPAN("/keys/people"));
    pages_turn_crumb(turn, turn->page.title, SPAN(""));
    if (is_sheet_held_open(&turn->operation->office))
        open_add(turn);
    else
        page_add_text(&turn->page.head,
                      WS("Nothing is open here. Keep two prints in two safes."));
    return OK;
}
