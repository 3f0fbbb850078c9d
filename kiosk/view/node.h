/* node: what a screen is. After each event the current screen describes itself again as a
 * small tree of plain nodes in the event arena; layout, paint, focus and speech all read
 * this tree.
 *
 *   column "page"
 *     |- row "top"      text "progress"   button "help"
 *     |- column "body"  text "stem"       choice "b01.best.2" ...
 *     '- row "foot"     button "back"     button "next"
 *
 * A node's id comes from the data, never from its label, and is unique in its tree: focus
 * is found again by it. All sizes are millimetres times the text step where text is
 * concerned; layout turns them into pixels. Nothing in a tree survives the event. */
#ifndef VIEW_NODE_H
#define VIEW_NODE_H

#include "base/arena.h"
#include "base/span.h"
#include "view/event.h"

#include <stdbool.h>

enum node_kind {
    NODE_COLUMN,
    NODE_ROW, /* wraps its children into further lines when can_wrap */
    NODE_TEXT,
    NODE_BUTTON,
    NODE_CHOICE,   /* one of several: has is_chosen, stands in a group (its parent) */
    NODE_FIELD,    /* shows text being typed, with a caret */
    NODE_SLIDER,   /* low..high, value may be absent */
    NODE_PICTURE,  /* vector picture, view/paint/picture.h */
    NODE_CHART,    /* view/chart.h */
    NODE_PROGRESS, /* a thin line, fraction done */
    NODE_GAP,
    NODE_RULE, /* hairline */
};

enum text_style {
    TEXT_BODY,    /* 5.2 mm capital height at the default step */
    TEXT_HEADING, /* 8 mm, semi-bold */
    TEXT_TITLE,   /* the attract screen's large words, 13 mm, semi-bold */
    TEXT_STRONG,  /* body size, semi-bold */
    TEXT_NOTE,    /* 4.2 mm, soft ink */
    TEXT_CODE,    /* access code and receipt: body size, figures of equal width where
                     possible */
    TEXT_LABEL,   /* note size in ink, medium weight: rows of charts and tables */
};

enum node_look {
    LOOK_PLAIN,   /* containers: nothing; buttons: outlined, the way back */
    LOOK_PRIMARY, /* the main button, filled with the accent */
    LOOK_TOOL,    /* pill on top right */
    LOOK_LINK,    /* underlined words */
    LOOK_KEY,     /* a key of the on-screen keyboard */
    LOOK_CARD,    /* containers: card with outline; choices: a card with its circle */
    LOOK_ROUND,   /* choices: the round target of a best-worst block */
    LOOK_NOTICE,  /* containers: accent bar at the leading edge (pilot line, errors) */
    LOOK_RINGS,   /* page background with the resonance motif */
};

enum size_kind {
    SIZE_FIT,     /* as large as the content */
    SIZE_GROW,    /* shares what is left, by weight */
    SIZE_MM,      /* fixed */
    SIZE_PERCENT, /* of the parent's inner size */
};

struct size {
    enum size_kind kind;
    float value;          /* weight, millimetres or percent */
    float min_mm, max_mm; /* 0: none */
};

enum align { ALIGN_START, ALIGN_CENTER, ALIGN_END };

struct box {
    int x, y, width, height; /* pixels */
};

struct picture;
struct chart;
struct fit;

struct node {
    enum node_kind kind;
    struct span id;
    struct span text; /* what is shown; of a slider, its value in words, only said */
    struct span said; /* said instead of text where the two differ; empty: text */
    struct span hint; /* said after the state, and shown by no one else; may be empty */
    enum text_style style;
    enum node_look look;
    float letter_scale; /* a sample of another text step, times this one; 0: 1 */

    struct event on_activate; /* kind 0: not a control */
    struct event
        on_unavailable; /* what choosing it means while it is_unavailable; kind 0: nothing */
    struct event
        on_words; /* texts: what a tap on their words means, which a control says, too;
                              kind 0: nothing */
    /* fields: sent with what a key or a tap does to the text, view/edit/edit.h says how */
    struct event on_type;
    struct event on_enter; /* fields of one line: what Enter means */
    /* Controls of one group that have an on_drop can be dragged onto each other: kind 0 has none.
     * It comes with the `a` of the control that was dropped here. */
    struct event on_drop;
    int heading_level; /* texts: 1, 2 or 0 */
    bool is_chosen;
    bool is_lying;       /* choices in a row: the circle beside the words, not above */
    bool is_box;         /* choices: several can be chosen, so the mark is square */
    bool is_unavailable; /* shown, said, takes focus, does only on_unavailable (dashed) */
    bool is_taken;  /* choices: dashed too, but choosing it takes it from where it is */
    bool is_wanted; /* choices: an answer is missing here, so the edge is a strong one */
    bool is_way_back;    /* Escape means this one */
    bool is_way_on;      /* Ctrl+Enter means this one */
    bool is_first_focus; /* focus goes here when the screen appears, nothing remembered */
    bool
        is_looked_for; /* somebody asked for it: with the first focus it comes into sight */
    bool is_deliberate; /* not chosen by a key that was pressed once too often */
    bool lies_above;    /* roots: over another screen, which comes back as it was left */
    bool
        begins_unfocused; /* roots: nothing has the focus until somebody moves it there */
    bool waits_for_end; /* focus comes here once all that scrolls was shown to its end */
    bool is_spoken_first; /* texts: read out when the screen appears (heading) */
    bool is_decoration;   /* not said */

    struct size width, height;
    float padding_mm, padding_y_mm; /* padding_y_mm 0: as padding_mm */
    float gap_mm;                   /* between children */
    enum align align;   /* children across the direction; texts: of their lines */
    enum align justify; /* children along the direction */
    bool can_wrap;      /* rows */
    bool
        keeps_sides; /* what is inside is never mirrored: keys stand as on every keyboard */
    bool is_scroller; /* columns, fields: scrolls up and down when too high */
    bool
        stays_above; /* children of scrollers: at the upper edge while what follows scrolls */
    bool wants_room; /* scrollers: the frame steps back for what does not fit in */
    bool
        stands_together; /* scrollers: what is inside is to be seen at once, if it can be */
    bool is_of_one;   /* containers: who comes to a control inside sees all, if it fits */
    bool is_group;    /* choices inside count "3 of 5" within this node */
    bool has_value;   /* sliders, progress: there is one */
    bool has_lines;   /* field: Enter breaks the line */
    bool is_repeated; /* a key: held down it repeats */

    float value, low,
        high; /* slider (its on_activate comes with b = the value), progress 0..1 */
    unsigned
        call; /* the focus comes here once for each new number; 0: it is not called */
    const float *ticks; /* slider: marks on its line, as values */
    size_t tick_count;
    size_t caret;  /* field: byte offset of the caret in text */
    size_t anchor; /* field: the other end of what is selected; the caret: nothing is */
    size_t
        lines_min; /* field, text: height in lines; a longer field scrolls in a scroller */
    size_t
        lines_max; /* text: layout cuts it to so many, and `said` has it whole; 0: none */
    bool
        is_of_pieces; /* text: where it needs more lines than one, its last " · " ends one */
    const struct picture *picture;
    const struct chart *chart;

    struct node *first, *last, *next, *parent;

    /* set by layout */
    struct box box;  /* where it is drawn */
    struct box clip; /* what of it can be seen (scrollers) */
    struct text_lines *lines;
    const struct fit *fit;          /* fields: what they were measured with */
    int level;                      /* depth, for the text dump */
    int min_width_px, fit_width_px; /* the longest word; everything in one line */
    int fit_height_px;              /* at the width it got */
    int line_index;        /* wrapping rows: which line of the parent it stands in */
    int content_height_px; /* containers: all of the content with its edges */
    int min_height_px;     /* what it can be pressed to when room is short */
    int scroll_px, scroll_max_px; /* scrollers: how far, and how far it could be */
    int gutter_px;                /* scrollers: room kept for their arrows */
    const struct node *head; /* scrollers: the child that stays at the upper edge now */
    bool is_stacked;         /* group rows that did not fit: one child below the other */
    bool is_mirrored;        /* laid out from right to left */
};

/* A node's id with memory of its own, for what must outlive the tree. Longer ids are cut. */
enum { NODE_ID_BYTES = 96 };
struct node_id {
    char bytes[NODE_ID_BYTES];
    size_t count;
};
/* node_id_of(id), node_id_span(id): the copy, and the copy lent as a span. is_node_id(copy, id):
 * whether it is that of `id`; an empty one is that of none. */
struct node_id node_id_of(struct span id);
struct span node_id_span(const struct node_id *id);
bool is_node_id(const struct node_id *copy, struct span id);

/* node_new(arena, parent, kind, id): a node appended to `parent` (NULL: the root). Its
 * sizes are SIZE_FIT. `id` is lent for the life of the tree. */
struct node *node_new(struct arena *arena, struct node *parent, enum node_kind kind,
                      struct span id);

/* The usual nodes in a line each, appended to `parent` with this `id`:
 * node_column(arena, parent, id, gap_mm), node_row(arena, parent, id, gap_mm): a container with
 * `gap_mm` between its children.
 * node_text(arena, parent, id, style, text): words to read.
 * node_button(arena, parent, id, look, text, on_activate): a control that means `on_activate`.
 * node_choice(arena, parent, id, look, text, is_chosen, on_activate): one that can be chosen.
 * node_gap(arena, parent, mm): a fixed gap; `mm` 0 grows. */
struct node *node_column(struct arena *arena, struct node *parent, struct span id,
                         float gap_mm);
struct node *node_row(struct arena *arena, struct node *parent, struct span id,
                      float gap_mm);
struct node *node_text(struct arena *arena, struct node *parent, struct span id,
                       enum text_style style, struct span text);
struct node *node_button(struct arena *arena, struct node *parent, struct span id,
                         enum node_look look, struct span text, struct event on_activate);
struct node *node_choice(struct arena *arena, struct node *parent, struct span id,
                         enum node_look look, struct span text, bool is_chosen,
                         struct event on_activate);
struct node *node_gap(struct arena *arena, struct node *parent, float mm);

/* node_next(root, node): the node after `node` in reading order (depth first), NULL at
 * the end; node_next(root, NULL) is the root. */
struct node *node_next(const struct node *root, const struct node *node);

/* is_node_tree_same(a, b): two laid-out trees of one screen show the same: the same nodes with the
 * same words, choices, values and carets, scrolled as far. */
bool is_node_tree_same(const struct node *a, const struct node *b);

/* node_find(root, id): the node with `id`, or NULL. node_control(root, id): the same, NULL too when
 * it is no control. */
struct node *node_find(const struct node *root, struct span id);
const struct node *node_control(const struct node *root, const struct node_id *id);

/* is_node_control(node): has an event or takes typing, so it takes focus. */
bool is_node_control(const struct node *node);
/* is_node_container(node): a column or a row. */
bool is_node_container(const struct node *node);
/* node_group(node): the nearest node above `node` that is a group, or NULL. */
const struct node *node_group(const struct node *node);
/* node_scroller(node): the nearest scroller above `node`, or NULL. node_window(node): where
 * `node`, which is in a scroller, can be seen: below what stays at the upper edge of that. */
struct node *node_scroller(const struct node *node);
struct box node_window(const struct node *node);

#endif
