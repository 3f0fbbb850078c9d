/* What this screen is for, how its controls work, and how to reach a person. */
#include "base/words.h"
#include "profile/profile_card.h"
#include "screens/candidate/own.h"
#include "screens/screen_page.h"
#include "screens/screen.h"
#include "screens/visit.h"

static const char *const screen_help[SCREEN_COUNT] = {
    [SCREEN_ATTRACT] =
        WN("This is the first screen. Choose Start when you are ready. You need the "
           "access code on your card."),
    [SCREEN_CODE] =
        WN("Type the ten letters and numbers on your card, one after the other. A code "
           "has no letter O, I or L: those are the numbers 0 and 1. Delete removes the "
           "last one."),
    [SCREEN_RESUME] =
        WN("You were here before. Your answers were kept, locked with your code. "
           "Choose Go on to continue where you stopped."),
    [SCREEN_NOTICE] =
        WN("This text says who asks, why, what we record and which rights you have. "
           "Read it in your own time. No answer is recorded yet."),
    [SCREEN_CONSENT] =
        WN("Choose yes to begin, or no to end this session. No answer is recorded "
           "before you say yes."),
    [SCREEN_PART] =
        WN("A new part begins. Choose Go on to see its first question. After a break "
           "you come back to this page."),
    [SCREEN_BLANK] =
        WN("Something has no answer yet. You can answer it now, say that you prefer not "
           "to answer, or skip it. All three are fine."),
    [SCREEN_CHECK] =
        WN("This is a list of all your answers. Choose Change to answer a question "
           "again and come back to this list. Choose Part 1, Part 2 and so on to go "
           "down to a part. Choose Next to go on to the end. You are asked once more "
           "before anything is sealed."),
    /* Nothing has the focus there: somebody may know no other key than Enter. */
    [SCREEN_REDO] =
        WN("Choose Answer again to go through the parts named here once more. Choose "
           "Keep my answers to go on to the end. The report about you then shows less. "
           "Both are fine. On a keyboard, Tab leads to the next button and Enter chooses "
           "it."),
    [SCREEN_FINISH] = WN(
        "Choose Finish and seal to end the questions. After that, you cannot change "
        "any answer. Choose Back to see your answers again. On a keyboard, Tab leads to "
        "the next button and Enter chooses it."),
    [SCREEN_RECEIPT] =
        WN("The receipt proves that your answers were sealed. Write it down, together "
           "with the reference, take a photo, or choose Keep a copy."),
    [SCREEN_KEEP] =
        WN("Here you can take your receipt away on your phone, and on paper where there "
           "is a printer. Back leads to where you were; nothing is lost there."),
    [SCREEN_VOLUNTARY] =
        WN("Nobody has to answer here. Choose Answer to see the question, or Do not "
           "answer to end. What you choose is sealed at the end, after you have seen it "
           "once more."),
    [SCREEN_HIDDEN] =
        WN("This is a break. Only the code on the card brings the answers back. You can "
           "leave, and they stay kept. To stop or to erase them, type your code first, "
           "and then choose Break or stop."),
    [SCREEN_STAFF_PIN] = WN("This page is for the staff here. If you have come to answer "
                            "questions, choose Back."),
    [SCREEN_STAFF_MENU] =
        WN("This page is for the staff here. Each button says what it does. Close leads "
           "back to the first screen."),
    [SCREEN_STAFF_READY] = WN(
        "This page is for the staff here. Each line is something that was looked at: it "
        "is ok, to be noted, or wrong. Back leads to the page before."),
    [SCREEN_STAFF_MACHINE] =
        WN("This page is for the staff here. It sets clock and screen of this device, "
           "restarts it, or shuts it down. Back leads to the page before."),
    [SCREEN_STAFF_CLOCK] =
        WN("This page is for the staff here. Type twelve digits, such as 202611301405. "
           "Nothing is set before you choose the button for it."),
    [SCREEN_STAFF_SURE] =
        WN("This page is for the staff here. Nothing happens before you choose Yes. Back "
           "leads to the page before."),
    [SCREEN_STAFF_NEXT] =
        WN("This page is for the staff here. Compare the eight words with those that the "
           "desk shows. Nothing is taken before you choose Yes."),
    [SCREEN_STAFF] =
        WN("This screen cannot be used at the moment. Please tell a member of staff."),
};

/* One sentence for each kind: a kind without one does not compile. */
static const char *item_help(enum item_kind kind)
{
    switch (kind) {
    case ITEM_INST:
    case ITEM_SCENE:
        return WN("Here is something to read. Choose Next when you are ready.");
    case ITEM_LIKERT:
    case ITEM_MULTI:
        return WN(
            "Choose the one answer that comes closest. You can change it at any time. "
            "To take it back, choose it again.");
    case ITEM_VAS:
        return WN("Choose a place on the scale. The buttons below the scale move your "
                  "answer a little.");
    case ITEM_GRID:
        return WN("Choose one answer in each row.");
    case ITEM_MULTICHECK:
        return WN("Choose what fits. Above the answers you see how many. To take one "
                  "back, choose it again.");
    case ITEM_SHORT:
        return WN("Write in your own words, with the keys on the screen or a keyboard. "
                  "A few words are enough.");
    case ITEM_LONG:
        return WN("Write in your own words, with the keys on the screen or a keyboard. "
                  "A sentence is enough.");
    case ITEM_NUMBER:
        return WN("Choose the digits of the number.");
    case ITEM_BEST_WORST:
    case ITEM_MOST_LEAST:
        return WN(
            "Choose one line as most, on the left, and another line as least, on the "
            "right. To change a choice, choose another circle. To take it back, choose "
            "the same circle again. A dashed circle swaps the two. You can also touch "
            "the words: the first line becomes most, the next one least.");
    case ITEM_RANK:
        return WN(
            "Choose what comes first, then what comes next, until every line has a "
            "number. Earlier and Later change the number of a line. To take a number "
            "back, choose the line again.");
    }
    return "";
}

/* Boxes, arrows and names in bold come only with an organization to compare with. */
static struct span profile_help(const struct screen_page *page)
{
    const bool has_organization =
        has_profile_card_organization(page->journey->visit->scorecard);
    return span_format(
        page->arena, "%.*s %.*s%.*s",
        SPAN_ARGS(WS("This is your own profile. The dot is you, the bar is your range.")),
        SPAN_ARGS(has_organization
                      ? WS("A box is this organization. A wider box is less sure. An "
                           "arrow leads from there to what its strategy needs. What "
                           "stands out for sure has its name in bold. ")
                      : SPAN("")),
        SPAN_ARGS(own_readers(page->journey->visit->sitting->start.role)));
}

static struct span help_words(const struct screen_page *page)
{
    const struct journey *journey = page->journey;
    if (journey->under == SCREEN_PROFILE)
        return profile_help(page);
    if (journey->under == SCREEN_RESUME && !journey->visit->has_begun)
        return WS("You were here before. Begin again leads to the questions from the "
                  "beginning. Stop here changes nothing of what was kept.");
    if (journey->under == SCREEN_ITEM)
        return WS(item_help(visit_item(journey->visit)->kind));
    const char *words = screen_help[journey->under];
    return words ? WS(words) : SPAN("");
}

/* Of what the question says, a full page shows the first lines only. */
static void add_hint(struct screen_page *page)
{
    const struct visit *visit = page->journey->visit;
    if (page->journey->under != SCREEN_ITEM || visit_item(visit)->head_key.count)
        return;
    const struct span hint =
        sitting_text(visit->sitting, (size_t)visit->at, SPAN("hint"));
    if (!is_span(hint, "hint"))
        screen_page_text(page, "hint", screen_page_fill(page, hint));
}

static void add_why(struct screen_page *page)
{
    const struct visit *visit = page->journey->visit;
    if (page->journey->under != SCREEN_ITEM || !visit_item(visit)->why_key.count)
        return;
    screen_page_point(
        page, "why", WS("Why we ask this"),
        screen_page_fill(page, sitting_text(visit->sitting, (size_t)visit->at,
                                            visit_item(visit)->why_key)));
}

/* Nobody guesses the way past four links that leads on; whoever has no keyboard reads past it. */
static void add_keyboard(struct screen_page *page)
{
    if (page->journey->under != SCREEN_ITEM)
        return;
    const enum item_kind kind = visit_item(page->journey->visit)->kind;
    const bool has_choices =
        is_item_kind_answerable(kind) && !is_item_kind_typed(kind) && kind != ITEM_VAS;
    screen_page_point(
        page, "keys", WS("With a keyboard"),
        has_choices
            ? WS("The arrow keys lead from answer to answer. The space bar chooses one, "
                 "or takes it back. Enter on a chosen answer goes on. Tab leads to the "
                 "buttons. Ctrl and Enter together mean Next. Escape means Back.")
            : WS("Tab leads to the buttons. Ctrl and Enter together mean Next. Escape "
                 "means Back."));
}

static void add_person(struct screen_page *page)
{
    const bool has_contact = page->journey->site->terminal->contact.count;
    screen_page_point(
        page, "person", WS("Speak with a person"),
        screen_page_fill(
            page, has_contact ? WS("Please ask the staff here, or contact {contact}.")
                              : WS("Please ask the staff here.")));
}

/* Larger letters, paper, a talk instead: whoever needs it may only see so while answering. */
static void add_other_way(struct screen_page *page)
{
    const struct visit *visit = page->journey->visit;
    if (visit && visit->sitting)
        screen_page_point(page, "other", WS("Other ways to take part"),
                          screen_page_words(page, "notice_help", SPAN("")));
}

/* A break and the end are offered where there is something to come back to or to end. */
static void add_ways(struct screen_page *page)
{
    const struct journey *journey = page->journey;
    const struct visit *visit = journey->visit;
    const enum screen_kind under = journey->under;
    if (!visit || !visit->sitting || visit->sitting->is_finished ||
        under == SCREEN_HIDDEN)
        return;
    if (visit->has_begun)
        node_button(page->arena, page->body, SPAN("break"), LOOK_PLAIN,
                    WS("Take a break or stop"), event_of(EVENT_OPEN_BREAK));
    else
        node_button(page->arena, page->body, SPAN("leave"), LOOK_PLAIN, WS("Stop here"),
                    event_of(EVENT_LEAVE));
}

/* For those who cannot hold a finger on the name of the organization. Nobody sits there yet. */
static void add_staff(struct screen_page *page)
{
    if (is_journey_resting(page->journey) && !page->journey->visit)
        node_button(page->arena, page->body, SPAN("staff"), LOOK_PLAIN, WS("For staff"),
                    event_of(EVENT_STAFF));
}

void help_view(struct screen_page *page)
{
    screen_page_body(page, 7);
    screen_page_heading(page, WS("Help with this screen"));
    screen_page_text(page, "text", help_words(page));
    add_hint(page);
    add_ways(page); /* whoever looks for them finds them without reading on */
    add_why(page);
    add_keyboard(page);
    add_person(page);
    add_other_way(page);
    add_staff(page);
    struct node *close =
        screen_page_next(page, WS("Close"), event_of(EVENT_CLOSE_OVERLAY));
    close->is_first_focus = close->is_way_back = true;
}

struct effect help_step(struct journey *journey, const struct event *event,
                        struct moment moment)
{
    if (event->kind == EVENT_STAFF)
        return journey_staff(journey, moment);
    if (event->kind == EVENT_BACK)
        journey_close(journey, moment);
    return effect_none();
}
