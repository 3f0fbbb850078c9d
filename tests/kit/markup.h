/* markup: whether a page of ours is well-formed: every element closed in order, every attribute
 * quoted, every id once. Stricter than browsers are, and enough for what we write. */
#ifndef KIT_MARKUP_H
#define KIT_MARKUP_H

#include "base/span.h"

#include <stdio.h>
#include <string.h>

enum { MARKUP_DEPTH_MAX = 64, MARKUP_IDS_MAX = 256 };

struct markup {
    struct span open[MARKUP_DEPTH_MAX];
    size_t depth;
    struct span ids[MARKUP_IDS_MAX];
    size_t id_count;
};

static inline struct span markup_name(struct span tag)
{
    size_t count = 0;
    while (count < tag.count && !strchr(" >/\n", tag.data[count]))
        count++;
    return span_cut(tag, 0, count);
}

static inline int markup_wrong(const char *why, struct span tag)
{
    fprintf(stderr, "%s: <%.*s>\n", why, SPAN_ARGS(span_cut(tag, 0, 80)));
    return 0;
}

/* The id of `tag`, if it has one, is new. */
static inline int markup_id(struct markup *markup, struct span tag)
{
    const char *at = memmem(tag.data, tag.count, " id=\"", 5);
    if (!at)
        return 1;
    const size_t from = (size_t)(at + 5 - tag.data);
    struct span id = span_cut(tag, from, tag.count);
    id.count = span_find(id, '"');
    for (size_t i = 0; i < markup->id_count; i++)
        if (is_span_equal(markup->ids[i], id))
            return markup_wrong("an id twice", tag);
    if (markup->id_count == MARKUP_IDS_MAX)
        return markup_wrong("too many ids", tag);
    markup->ids[markup->id_count++] = id;
    return 1;
}

/* An element of HTML that has no end. */
static inline bool is_markup_void(struct span name)
{
    return is_span(name, "meta") || is_span(name, "link") || is_span(name, "input") ||
           is_span(name, "img");
}

/* One tag without its brackets. */
static inline int markup_tag(struct markup *markup, struct span tag)
{
    size_t quotes = 0;
    for (size_t i = 0; i < tag.count; i++)
        quotes += tag.data[i] == '"';
    if (quotes % 2)
        return markup_wrong("an open quotation mark", tag);
    if (!markup_id(markup, tag))
        return 0;
    if (tag.data[0] == '!' || is_markup_void(markup_name(tag)) ||
        tag.data[tag.count - 1] == '/')
        return 1;
    if (tag.data[0] == '/')
        return (markup->depth &&
                is_span_equal(markup->open[--markup->depth],
                              markup_name(span_cut(tag, 1, tag.count)))) ||
               markup_wrong("closes what is not open", tag);
    if (markup->depth == MARKUP_DEPTH_MAX)
        return markup_wrong("too deep", tag);
    markup->open[markup->depth++] = markup_name(tag);
    return 1;
}

/* is_markup_whole(html): says what is wrong on standard error. */
static inline bool is_markup_whole(struct span html)
{
    struct markup markup = {.depth = 0};
    for (size_t at = 0; at < html.count;) {
        const struct span rest = span_cut(html, at, html.count);
        const size_t open = span_find(rest, '<');
        if (open == rest.count)
            break;
        struct span tag = span_cut(rest, open + 1, rest.count);
        tag.count = span_find(tag, '>');
        if (!tag.count || !markup_tag(&markup, tag))
            return 0;
        at += open + 1 + tag.count + 1;
    }
    return markup.depth == 0;
}

#endif
