#include "app/kiosk/first_trust.h"

#include "app/common/public_words.h"
#include "base/words.h"
#include "view/layout/layout.h"

enum { TREE_BYTES = 1024 * 1024, EDGE_MM = 8, ANSWERS_MM = 150, WORDS_IN_A_LINE = 4 };
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

static void grow(struct node *node, bool is_high)
{
    node->width = (struct size){.kind = SIZE_GROW, .value = 1};
    if (is_high)
        node->height = node->width;
}

static void heading_add(struct arena *arena, struct node *page, struct span words)
{
    struct node *heading = node_text(arena, page, SPAN("heading"), TEXT_STRONG, words);
    heading->heading_level = 1;
    heading->is_spoken_first = true;
}

static struct node *button_add(struct arena *arena, struct node *parent, const char *id,
                               enum node_look look, const char *text,
                               enum first_trust_event kind)
{
    struct node *button = node_button(arena, parent, span_of(id), look, span_of(text),
                                      (struct event){.kind = (int32_t)kind});
    button->width = (struct size){.kind = SIZE_GROW, .value = 1};
    return button;
}

static struct node *answers_add(struct arena *arena, struct node *page)
{
    node_gap(arena, page, 4);
    struct node *answers = node_column(arena, page, SPAN("answers"), 4);
    answers->width = (struct size){.kind = SIZE_GROW, .value = 1, .max_mm = ANSWERS_MM};
    return answers;
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
    heading_add(arena, page, WS("Is this the right organization?"));
    node_text(arena, page, SPAN("text"), TEXT_BODY,
              span_format(arena,
                          W("For staff: this terminal is new, and a configuration of "
                            "\"%.*s\" has come. Nothing of it is kept before you have "
                            "compared these eight words with those that the desk shows "
                            "(resonance key words signing)."),
                          SPAN_ARGS(config->terminal->organization)));
    words_add(arena, page, public_words(arena, config->organization_key));
    struct node *answers = answers_add(arena, page);
    struct node *no = button_add(arena, answers, "no", LOOK_PLAIN,
                                 W("No, or I cannot compare them"), TRUST_NO);
    no->is_first_focus = no->is_way_back = true;
    button_add(arena, answers, "yes", LOOK_PRIMARY, W("Yes, the same eight words"),
               TRUST_YES);
}

static void refused_page(struct arena *arena, struct node *page)
{
    heading_add(arena, page, WS("This configuration is not used."));
    node_text(
        arena, page, SPAN("text"), TEXT_BODY,
        WS("Nothing of it was kept. If the words differ, it was changed on its way: "
           "remove it, tell the desk, and bring it again from there."));
    struct node *again = button_add(arena, answers_add(arena, page), "again",
                                    LOOK_PRIMARY, W("Compare again"), TRUST_AGAIN);
    again->is_first_focus = again->is_way_back = true;
}

void first_trust_view(struct first_trust *trust, const struct config *config,
                      const struct surface_facts *facts, const struct text_port *text)
{
    struct arena *arena = &trust->tree;
    arena_reset(arena);
    struct node *page =
        node_column(arena, NULL, trust->is_refused ? SPAN("refused") : SPAN("ask"), 4);
    page->padding_mm = page->padding_y_mm = EDGE_MM;
    grow(page, true);
    if (trust->is_refused)
        refused_page(arena, page);
    else
        ask_page(arena, page, config);
    focus_rescale(&trust->focus, facts->px_per_mm);
    focus_settle(&trust->focus, page);
    layout_run(arena, page, facts, text, &trust->focus.scrolls);
    focus_read(&trust->focus, page);
    trust->root = page;
}

bool is_first_trust_yes(struct first_trust *trust, const struct input *input)
{
    struct event event = {0};
    if (!trust->root || !focus_input(&trust->focus, trust->root, input, &event))
        return false;
    trust->is_refused = event.kind == TRUST_NO;
    return event.kind == TRUST_YES;
}
