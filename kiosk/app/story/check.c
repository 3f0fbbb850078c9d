#include "app/story/check.h"

#include "app/story/kin.h"

#include "base/file.h"
#include "base/folder.h"
#include "view/check.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

enum { PIECE_BYTES = 1024 * 1024, OVERLAP_BYTES = 64 * 1024, PLANTED_BYTES_MIN = 6 };

/* Where the story stands: "item values:b07", "notice". */
static struct span where(struct story *story)
{
    const struct journey *journey = &story->terminal.journey;
    const struct visit *visit = journey->visit;
    if (journey->screen != SCREEN_ITEM || !visit || !visit->sitting || visit->at < 0)
        return span_of(screen_name(journey->screen));
    return span_format(
        &story->arena, "item %.*s",
        SPAN_ARGS(sitting_step_id(&story->arena, visit->sitting, (size_t)visit->at)));
}

static bool is_whole(const struct node *node)
{
    return node->clip.width == node->box.width && node->clip.height == node->box.height;
}

/* What stands together is seen without scrolling, and from its beginning. */
static enum status check_together(struct story *story)
{
    const struct node *root = story->terminal.root;
    for (const struct node *node = root; node; node = node_next(root, node)) {
        const struct node *scroller = node_scroller(node);
        if (node->stands_together && node->scroll_max_px)
            return story_wrong(story, "screen %.*s: %.*s has to be scrolled",
                               SPAN_ARGS(where(story)), SPAN_ARGS(node->id));
        if (is_node_control(node) && (!scroller || scroller->stands_together) &&
            !is_whole(node))
            return story_wrong(story, "screen %.*s: %.*s is cut off",
                               SPAN_ARGS(where(story)), SPAN_ARGS(node->id));
    }
    return OK;
}

/* Each as a picture of its own. */
static enum status check_pages(struct story *story)
{
    if (!story->pages.count)
        return OK;
    story_shot(story, span_format(&story->arena, "%.*s-%03zu", SPAN_ARGS(story->pages),
                                  ++story->page_count));
    if (story->keeps_letters && story->terminal.facts.room.letters_less)
        return story_wrong(story, "screen %.*s: the letters are smaller than chosen",
                           SPAN_ARGS(where(story)));
    const enum status status = check_together(story);
    return status == OK ? kin_check(story) : status;
}

enum status check_screen(struct story *story)
{
    const struct arena_mark mark = arena_mark(&story->arena);
    const struct span faults = check_view(&story->arena, story->terminal.root,
                                          &story->terminal.facts, &story->terminal.focus);
    enum status status =
        faults.count ? story_wrong(story, "screen %.*s: %.*s", SPAN_ARGS(where(story)),
                                   SPAN_ARGS(span_cut(faults, 0, 600)))
                     : OK;
    if (status == OK)
        status = check_pages(story);
    arena_release(&story->arena, mark);
    return status;
}

static enum status piece_search(struct story *story, const char *path, struct span piece)
{
    for (size_t i = 0; i < story->typed_count; i++) {
        const struct span planted = story->typed[i];
        if (planted.count >= PLANTED_BYTES_MIN &&
            memmem(piece.data, piece.count, planted.data, planted.count))
            return story_wrong(story, "%s contains what the person typed", path);
    }
    return OK;
}

/* Piece by piece: a ledger of ten thousand results is a gigabyte. Pieces overlap by more than
 * anybody types. */
static enum status search(struct story *story, const char *path)
{
    const struct arena_mark mark = arena_mark(&story->arena);
    char *piece = arena_alloc(&story->arena, PIECE_BYTES);
    scoped_file file = open(path, O_RDONLY | O_CLOEXEC);
    enum status status = file >= 0 ? OK : file_failed("read", path);
    ssize_t got = PIECE_BYTES;
    for (off_t at = 0; status == OK && got == PIECE_BYTES;
         at += PIECE_BYTES - OVERLAP_BYTES) {
        got = pread(file, piece, PIECE_BYTES, at);
        status = got >= 0 ? piece_search(story, path, (struct span){piece, (size_t)got})
                          : file_failed("read", path);
    }
    arena_release(&story->arena, mark);
    return status;
}

enum status check_disk(struct story *story)
{
    struct span *names;
    size_t count;
    const struct arena_mark mark = arena_mark(&story->arena);
    enum status status =
        folder_list(&story->arena, story->folders.data, "", &names, &count);
    for (size_t i = 0; status == OK && i < count; i++)
        status =
            search(story, file_path(&story->arena, story->folders.data, names[i].data));
    arena_release(&story->arena, mark);
    return status;
}
