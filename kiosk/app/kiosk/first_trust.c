#include "app/kiosk/first_trust.h"

#include "app/common/public_words.h"
#include "app/kiosk/staff_page.h"
#include "base/words.h"
#include "view/layout/layout.h"
#include "view/layout/whole.h"

enum { TREE_BYTES = 1024 * 1024, WORDS_IN_A_LINE = 4 };
enum first_trust_event { TRUST_YES = 1, TRUST_NO, TRUST_AGAIN };

void first_trust_open(struct first_trust *trust)
{
    *trust = (struct first_trust){0};
    arena_init(&trust->tree, TREE_BYTES);
    focus_init(&trust->focus, 1);
}

void first_trust_close(struct first_trust *trust)
{
    arena_done(&trust->tree);
}

static struct event means(enum first_trust_event kind)
{
    return (struct event){.kind = (int32_t)kind};
}

/* Two lines of four, as people read them out to each other. */
static void words_add(struct arena *arena, struct node *page, struct span words)
{
    struct span rest = words, word;
    struct buffer line = buffer_init(arena, words.count + 1);
    for (int count = 1; span_next(&rest, ' ', &word); count++) {
        buffer_format(&line, "%s%.*s", line.count ? " " : "", SPAN_ARGS(word));
        if (count % WORDS_IN_A_LINE)
            continue;
        node_text(arena, page, span_format(arena, "words-%d", count / WORDS_IN_A_LINE),
                  TEXT_HEADING, buffer_span(&line));
        line = buffer_init(arena, words.count + 1);
    }
}

static void ask_page(struct arena *arena, struct node *page, const struct config *config)
{
    staff_page_heading(arena, page, WS("Is this the right organization?"));
    node_text(arena, page, SPAN("text"), TEXT_BODY,
              span_format(arena,
                          W("For staff: this terminal is new, and a configuration of "
                            "\"%.*s\" has come. Nothing of it is kept before you have "
                            "compared these eight words with those that the desk shows "
                            "(resonance key words signing)."),
                          SPAN_ARGS(config->terminal->organization)));
    words_add(arena, page, public_words(arena, config->organization_key));
    struct node *answers = staff_page_answers(arena, page);
    struct node *no =
        staff_page_button(arena, answers, "no", LOOK_PLAIN,
                          W("No, or I cannot compare them"), means(TRUST_NO));
    no->is_first_focus = no->is_way_back = true;
    staff_page_button(arena, answers, "yes", LOOK_PRIMARY, W("Yes, the same eight words"),
                      means(TRUST_YES));
}

static void refused_page(struct arena *arena, struct node *page)
{
    staff_page_heading(arena, page, WS("This configuration is not used."));
    node_text(
        arena, page, SPAN("text"), TEXT_BODY,
        WS("Nothing of it was kept. If the words differ, it was changed on its way: "
           "remove it, tell the desk, and bring it again from there."));
    struct node *again =
        staff_page_button(arena, staff_page_answers(arena, page), "again", LOOK_PRIMARY,
                          W("Compare again"), means(TRUST_AGAIN));
    again->is_first_focus = again->is_way_back = true;
}

/* In the middle, as wide as words are read well. */
static struct node *build(struct first_trust *trust, const struct config *config)
{
    struct arena *arena = &trust->tree;
    arena_reset(arena);
    struct node *page =
        staff_page_begin(arena, trust->is_refused ? SPAN("refused") : SPAN("ask"));
    page->align = page->justify = ALIGN_CENTER;
    struct node *column = node_column(arena, page, SPAN("column"), page->gap_mm);
    column->width =
        (struct size){.kind = SIZE_GROW, .value = 1, .max_mm = theme_mm.text_column_mm};
    if (trust->is_refused)
        refused_page(arena, column);
    else
        ask_page(arena, column, config);
    return page;
}

/* Gaps and edges first, then the letters, which nobody asked for; the sides stay. */
static bool tighten(struct surface_facts *facts)
{
    if (!is_room_at(&facts->room, ROOM_CLOSE))
        facts->room.rung = ROOM_CLOSE;
    else if (facts->room.letters_less < 2U * facts->step)
        facts->room.letters_less++;
    else
        return false;
    return true;
}

void first_trust_view(struct first_trust *trust, const struct config *config,
                      const struct surface_facts *facts, const struct text_port *text)
{
    trust->facts = *facts;
    do {
        trust->root = build(trust, config);
        layout_measure(&trust->tree, trust->root, &trust->facts, text);
    } while (whole_of(trust->root, &trust->facts) != WHOLE_SEEN &&
             tighten(&trust->facts));
    staff_page_settle(&trust->tree, trust->root, &trust->facts, text, &trust->focus);
}

bool is_first_trust_yes(struct first_trust *trust, const struct input *input)
{
    struct event event = {0};
    if (!trust->root || !focus_input(&trust->focus, trust->root, input, &event))
        return false;
    trust->is_refused = event.kind == TRUST_NO;
    return event.kind == TRUST_YES;
}
