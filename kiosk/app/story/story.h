/* story: a scripted person at a real terminal: real configuration, vault, screens, text and
 * layout; only the window and the clock are the story's own. After every step the invariants of
 * check.h must hold, so each story is an accessibility test, too. */
#ifndef APP_STORY_STORY_H
#define APP_STORY_STORY_H

#include "app/story/person.h"
#include "app/story/script.h"
#include "app/terminal/terminal.h"

#include <stdbool.h>

enum { STORY_TYPED_MAX = 32 };

struct text; /* device/text.h */

/* Where the page before stood, kin.h; in pixels. */
struct story_frame {
    struct journey_page page;
    struct room room;
    int body_x, body_width, back_x, back_y, back_height, next_end, next_y, next_height;
};

struct story {
    struct arena arena; /* as long as the story */
    struct arena fonts; /* the text's own: it grows while others are given back */
    struct script *script;
    const struct script_line *line; /* the step being run */
    struct terminal terminal;
    bool is_open; /* the terminal is */
    struct terminal_folders folders;
    const char *codes_path;
    const char *shots_folder; /* NULL: shot does nothing */
    struct surface_facts facts;
    struct text *text;
    struct text_port port;
    struct moment now;
    struct person person;
    struct span typed[STORY_TYPED_MAX]; /* planted words, never to be found on disk */
    size_t typed_count;
    const char **stories;     /* this story's path and those after it, NULL at the end */
    struct span pages;        /* the step pages was there: the name of its pictures */
    size_t page_count;        /* pictures so far */
    struct story_frame frame; /* since then: of the last page that has kin */
    bool tells_touches;       /* the step touches was there */
    bool tells_keys;          /* the step keys was there: a keyboard alone */
    bool keeps_letters;       /* no page has smaller letters than were chosen */
    uint64_t state_before;    /* of the sitting, at the last kill; state.h */
    bool
        is_slow_check; /* search the data folder after every step, not only at kills and ends */
};

/* story_step(story, line): runs one step and checks the invariants. STATUS_REFUSED when something
 * expected did not come or an invariant broke, with file, line and what. */
must_check enum status story_step(struct story *story, const struct script_line *line);

/* story_wrong(story, format, ...): STATUS_REFUSED with "FILE:LINE: ..." in front. */
enum status story_wrong(const struct story *story, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* story_open(story), story_close(story): starts the terminal; ends it in good order. */
must_check enum status story_open(struct story *story);
void story_close(struct story *story);

/* story_again(story, words, count): replaces this process by a new one of the same program that
 * goes on with the story; `words` are `count` options more. Returns only when that fails. */
must_check enum status story_again(const struct story *story, const char *const *words,
                                   size_t count);

/* story_shot(story, name): a picture of the screen as `name`.png in the folder for pictures, when
 * there is one. It keeps the sentence of an earlier failure. */
void story_shot(struct story *story, struct span name);

/* story_pass(story, ms): lets `ms` pass on the story's clock; the deadlines in between come as
 * ticks. */
void story_pass(struct story *story, int64_t ms);

#endif
