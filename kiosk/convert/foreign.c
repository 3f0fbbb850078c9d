#include "convert/foreign.h"

enum { SHOWN_BYTES = 40, TAKEN_BYTES_MAX = 64 * 1024 };

struct foreign *foreign_add(struct arena *arena, struct foreign *parent, struct span name,
                            struct span text, struct span place)
{
    struct foreign *value = arena_new(arena, struct foreign);
    *value =
        (struct foreign){.name = name, .text = text, .place = place, .parent = parent};
    if (parent && parent->last)
        parent->last->next = value;
    else if (parent)
        parent->first = value;
    if (parent)
        parent->last = value;
    return value;
}

static struct foreign *named(struct foreign *value, struct span name)
{
    while (value && !is_span_equal(value->name, name))
        value = value->next;
    return value;
}

struct foreign *foreign_get(const struct foreign *parent, const char *name)
{
    return parent ? named(parent->first, span_of(name)) : NULL;
}

struct foreign *foreign_again(const struct foreign *value)
{
    return named(value->next, value->name);
}

struct foreign *foreign_path(struct foreign *parent, const char *path)
{
    struct span rest = span_of(path), name;
    while (parent && span_next(&rest, '.', &name))
        parent = named(parent->first, name);
    return parent;
}

/* Elements of HTML that begin a line. */
static bool is_line(struct span name)
{
    return is_span(name, "p") || is_span(name, "div") || is_span(name, "li") ||
           is_span(name, "br");
}

static void take(struct buffer *text, struct foreign *value)
{
    value->is_used = 1;
    if (text->count && is_line(value->name))
        buffer_text(text, "\n");
    buffer_add(text, value->text);
    for (struct foreign *child = value->first; child; child = child->next)
        if (!child->is_attribute)
            take(text, child);
}

struct span foreign_take(struct arena *arena, struct foreign *value)
{
    if (!value)
        return SPAN("");
    value->is_used = 1;
    if (!value->first)
        return span_trim(value->text);
    struct buffer text = buffer_init(arena, TAKEN_BYTES_MAX);
    take(&text, value);
    /* half a text would be a loss that nobody is told of: the reader of our format refuses it */
    return text.is_full ? SPAN("\xff") : span_trim(buffer_span(&text));
}

struct span foreign_take_of(struct arena *arena, const struct foreign *parent,
                            const char *name)
{
    return foreign_take(arena, foreign_get(parent, name));
}

struct span foreign_look(const struct foreign *parent, const char *name)
{
    const struct foreign *value = foreign_get(parent, name);
    if (value && value->first && !value->text.count)
        value = value->first;
    return value ? span_trim(value->text) : SPAN("");
}

static void use(struct foreign *value)
{
    value->is_used = 1;
    for (struct foreign *child = value->first; child; child = child->next)
        use(child);
}

void foreign_skip(struct foreign *parent, const char *names)
{
    struct span rest = span_of(names), name;
    while (parent && span_next(&rest, ' ', &name))
        for (struct foreign *value = named(parent->first, name); value;
             value = foreign_again(value))
            use(value);
}

void foreign_lose(struct losses *losses, struct foreign *value, struct span what)
{
    if (!value)
        return;
    use(value);
    losses_add(losses, what, value->place);
}

/* "survey > row > hint", without the numbers of the elements of lists. */
static struct span path_of(struct arena *arena, const struct foreign *value)
{
    struct span path = SPAN("");
    for (; value; value = value->parent)
        if (value->name.count)
            path = span_format(arena, "%.*s%s%.*s", SPAN_ARGS(value->name),
                               path.count ? " > " : "", SPAN_ARGS(path));
    return path;
}

void foreign_rest(struct losses *losses, const struct foreign *root)
{
    const struct span text = span_trim(root->text);
    if (text.count && !root->is_used) {
        const struct span shown = span_cut(text, 0, SHOWN_BYTES);
        const struct span path = path_of(losses->arena, root);
        losses_add(losses,
                   span_format(losses->arena, "%.*s \"%.*s%s\"", SPAN_ARGS(path),
                               SPAN_ARGS(shown), shown.count < text.count ? "..." : ""),
                   root->place);
    }
    for (const struct foreign *child = root->first; child; child = child->next)
        foreign_rest(losses, child);
}
