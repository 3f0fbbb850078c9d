/* Thanks, the receipt and what it is good for. Raters have nothing more: they stay anonymous. */
#include "base/words.h"
#include "screens/parts.h"
#include "screens/screen.h"

static int is_rater(const struct visit *visit)
{
    return visit->sitting->start.role == ROLE_RATER;
}

static void add_thanks(struct sheet *sheet)
{
    const int rater = is_rater(sheet->journey->visit);
    sheet_heading(sheet, sheet_words(sheet, rater ? "rater_heading" : "thanks_heading",
                                     WS("Thank you for your time.")));
    sheet_text(
        sheet, "text",
        sheet_words(sheet, rater ? "rater_text" : "thanks_text",
                    WS("Your answers are sealed. This device can no longer open them.")))
        ->is_spoken_first = 1;
}

static void add_code(struct sheet *sheet, struct node *card, const char *id,
                     struct span title, struct span code)
{
    if (!code.count)
        return;
    struct node *column =
        node_column(sheet->arena, card, span_format(sheet->arena, "%s column", id), 2);
    node_text(sheet->arena, column, span_format(sheet->arena, "%s title", id), TEXT_NOTE,
              title);
    node_text(sheet->arena, column, span_of(id), TEXT_CODE, code)->letter_scale =
        is_sheet_low(sheet) ? 0 : 1.5f;
}

static void add_receipt(struct sheet *sheet)
{
    const struct visit *visit = sheet->journey->visit;
    if (!visit->receipt.count && !visit->handle.count)
        return;
    struct node *card = node_row(sheet->arena, sheet->body, SPAN("card"), 16);
    card->look = LOOK_CARD;
    card->can_wrap = 1;
    card->width = (struct size){.kind = SIZE_GROW, .value = 1};
    add_code(sheet, card, "receipt-code", WS("Your receipt"), visit->receipt);
    add_code(sheet, card, "handle", WS("Short name of your answers"), visit->handle);
    sheet_note(
        sheet, "use",
        WS("The receipt proves that your answers were sealed here today. With it and "
           "the short name you can ask for a copy of your answers, or to have them "
           "erased. Write both down, or take a photo."));
}

void receipt_view(struct sheet *sheet)
{
    sheet_place_top(sheet);
    sheet_body(sheet, 6);
    add_thanks(sheet);
    add_receipt(sheet);
    if (sheet->journey->visit->scorecard)
        sheet_back(sheet, WS("Back to profile"), event_of(EVENT_BACK));
    sheet_next(sheet, WS("Close and empty this screen"), event_of(EVENT_DONE))
        ->is_first_focus = 1;
}

struct effect receipt_step(struct journey *journey, const struct event *event,
                           struct moment moment)
{
    if (event->kind == EVENT_BACK && journey->visit->scorecard)
        journey_show(journey, SCREEN_PROFILE, moment);
    return event->kind == EVENT_DONE ? journey_end(journey, EFFECT_WIPE) : effect_none();
}
