/* QTI 3: an item, or a package with items as a ZIP archive. Each interaction is a question; what
 * stands before it in the body is its text. How QTI scores has no place here and is told. */
#include "convert/foreign/foreign_xml.h"
#include "convert/foreign/foreign_zip.h"
#include "convert/from/from.h"

#include <string.h>

enum { STEM_BYTES_MAX = 64 * 1024 };

struct reading {
    struct outline *outline;
    struct span id;     /* of the item */
    struct buffer stem; /* text since the last interaction */
    size_t count;       /* interactions so far */
    size_t room;
    bool is_named, is_one; /* is_one: the item has a single interaction */
};

static bool is_interaction(const struct foreign *value)
{
    static const char end[] = "-interaction";
    const size_t count = sizeof end - 1;
    return has_span_prefix(value->name, "qti-") && value->name.count > count &&
           is_span(span_cut(value->name, value->name.count - count, count), end);
}

static size_t interactions_in(const struct foreign *value)
{
    size_t count = is_interaction(value);
    for (const struct foreign *child = value->first; child; child = child->next)
        count += interactions_in(child);
    return count;
}

static void stem_add(struct reading *reading, struct span text)
{
    if (reading->stem.count && text.count)
        buffer_text(&reading->stem, "\n");
    buffer_add(&reading->stem, text);
    reading->outline->is_full = reading->outline->is_full || reading->stem.is_full;
}

/* The text so far, which is used up by that. */
static struct span stem_take(struct reading *reading)
{
    const struct span stem = buffer_span(&reading->stem);
    reading->stem = buffer_init(reading->outline->arena, STEM_BYTES_MAX);
    return stem;
}

static struct outline_item *item_add(struct reading *reading, struct foreign *interaction,
                                     const char *type)
{
    struct outline *outline = reading->outline;
    stem_add(reading, foreign_take_of(outline->arena, interaction, "qti-prompt"));
    const struct outline_words words = from_words(stem_take(reading));
    const struct span response = foreign_look(interaction, "response-identifier");
    return outline_item(outline,
                        reading->is_one
                            ? reading->id
                            : span_format(outline->arena, "%.*s_%.*s",
                                          SPAN_ARGS(reading->id), SPAN_ARGS(response)),
                        type, &words);
}

static void choices_add(struct reading *reading, struct outline_item *item,
                        struct foreign *holder, const char *choice, const char *list)
{
    struct arena *arena = reading->outline->arena;
    for (struct foreign *one = foreign_get(holder, choice); one;
         one = foreign_again(one)) {
        const struct outline_words words = from_words(foreign_take(arena, one));
        outline_option(reading->outline, item, list,
                       foreign_take_of(arena, one, "identifier"), &words);
        if (is_span(foreign_look(one, "fixed"), "false"))
            foreign_skip(one, "fixed");
    }
}

static void choice_read(struct reading *reading, struct foreign *interaction)
{
    struct arena *arena = reading->outline->arena;
    const struct span most = foreign_take_of(arena, interaction, "max-choices"),
                      least = foreign_take_of(arena, interaction, "min-choices");
    const bool is_one = !most.count || is_span(most, "1");
    struct outline_item *item =
        item_add(reading, interaction, is_one ? "multi" : "multicheck");
    choices_add(reading, item, interaction, "qti-simple-choice", "options");
    if (!is_one && !is_span(most, "0"))
        outline_check(reading->outline, item, "max_selected", most);
    if (!is_one && least.count && !is_span(least, "0"))
        outline_check(reading->outline, item, "min_selected", least);
    outline_set_flag(reading->outline, item, "required",
                     least.count && !is_span(least, "0"));
}

static void order_read(struct reading *reading, struct foreign *interaction)
{
    struct outline_item *item = item_add(reading, interaction, "inst");
    outline_kind(reading->outline, item, "rank");
    choices_add(reading, item, interaction, "qti-simple-choice", "statements");
}

static void slider_read(struct reading *reading, struct foreign *interaction)
{
    struct outline *outline = reading->outline;
    struct outline_item *item = item_add(reading, interaction, "vas");
    outline_set_number(outline, item, "min",
                       foreign_take_of(outline->arena, interaction, "lower-bound"));
    outline_set_number(outline, item, "max",
                       foreign_take_of(outline->arena, interaction, "upper-bound"));
}

/* One choice of the second set for each of the first. */
static void match_read(struct reading *reading, struct foreign *interaction)
{
    struct foreign *rows = foreign_get(interaction, "qti-simple-match-set");
    struct foreign *columns = rows ? foreign_again(rows) : NULL;
    struct outline_item *item = item_add(reading, interaction, "grid");
    choices_add(reading, item, rows, "qti-simple-associable-choice", "rows");
    choices_add(reading, item, columns, "qti-simple-associable-choice", "columns");
}

static void line_read(struct reading *reading, struct foreign *interaction)
{
    (void)item_add(reading, interaction, "short");
}

static void lines_read(struct reading *reading, struct foreign *interaction)
{
    (void)item_add(reading, interaction, "long");
}

static void interaction_read(struct reading *reading, struct foreign *interaction)
{
    static const struct {
        const char *name;
        void (*read)(struct reading *reading, struct foreign *interaction);
    } all[] = {{"qti-choice-interaction", choice_read},
               {"qti-order-interaction", order_read},
               {"qti-slider-interaction", slider_read},
               {"qti-match-interaction", match_read},
               {"qti-text-entry-interaction", line_read},
               {"qti-extended-text-interaction", lines_read}};
    reading->count++;
    if (is_span(foreign_look(interaction, "shuffle"), "false"))
        foreign_skip(interaction, "shuffle");
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (is_span(interaction->name, all[i].name)) {
            all[i].read(reading, interaction);
            foreign_skip(interaction, "response-identifier");
            return;
        }
    foreign_lose(reading->outline->losses, interaction,
                 span_format(reading->outline->arena, "A question of the type %.*s, %.*s",
                             SPAN_ARGS(interaction->name), SPAN_ARGS(reading->id)));
}

static void body_read(struct reading *reading, struct foreign *body)
{
    for (struct foreign *child = body->first; child && !reading->outline->is_full;
         child = child->next)
        if (is_interaction(child))
            interaction_read(reading, child);
        else if (interactions_in(child))
            body_read(reading, child);
        else if (!child->is_attribute)
            stem_add(reading, foreign_take(reading->outline->arena, child));
}

static void scoring_lose(struct reading *reading, struct foreign *root)
{
    struct losses *losses = reading->outline->losses;
    for (struct foreign *part = root->first; part; part = part->next) {
        if (is_span(part->name, "qti-response-declaration"))
            foreign_skip(part, "identifier cardinality base-type");
        if (is_span(part->name, "qti-outcome-declaration") ||
            is_span(part->name, "qti-response-processing"))
            foreign_lose(losses, part, SPAN("How QTI scores the answer"));
    }
    if (is_span(foreign_look(root, "adaptive"), "false"))
        foreign_skip(root, "adaptive");
    if (is_span(foreign_look(root, "time-dependent"), "false"))
        foreign_skip(root, "time-dependent");
}

static void item_read(struct reading *reading, struct foreign *root)
{
    struct outline *outline = reading->outline;
    struct foreign *body = foreign_get(root, "qti-item-body");
    reading->id = foreign_take_of(outline->arena, root, "identifier");
    reading->stem = buffer_init(outline->arena, STEM_BYTES_MAX);
    reading->count = 0;
    reading->is_one = body && interactions_in(body) < 2;
    if (!reading->is_named) {
        const struct span language = foreign_take_of(outline->arena, root, "lang");
        outline_name(outline, foreign_take_of(outline->arena, root, "title"));
        outline->language = language.count ? language : outline->language;
        reading->is_named = 1;
    }
    if (body)
        body_read(reading, body);
    const struct outline_words rest = from_words(stem_take(reading));
    if (rest.text.count)
        (void)outline_item(outline,
                           reading->count ? span_format(outline->arena, "%.*s_after",
                                                        SPAN_ARGS(reading->id))
                                          : reading->id,
                           "inst", &rest);
    scoring_lose(reading, root);
}

static bool has_end(struct span name, const char *end)
{
    const size_t count = strlen(end);
    return name.count >= count && is_span(span_cut(name, name.count - count, count), end);
}

static enum status package_read(struct reading *reading, struct span file,
                                struct span bytes)
{
    struct arena *arena = reading->outline->arena;
    struct losses *losses = reading->outline->losses;
    struct foreign_zip zip;
    enum status status = foreign_zip_open(arena, file, bytes, &zip);
    for (size_t i = 0; status == OK && i < zip.count; i++) {
        struct foreign *root = NULL;
        struct span text;
        if (has_end(zip.names[i], "/"))
            continue;
        if (has_end(zip.names[i], ".xml")) {
            status = foreign_zip_read(arena, &zip, zip.names[i], &text);
            if (status == OK)
                status =
                    foreign_xml_read(arena, zip.names[i], text, &reading->room, &root);
            if (status != OK)
                return status;
        }
        if (!root || !is_span(root->name, "qti-assessment-item")) {
            losses_add(losses, SPAN("A file that is no item"), zip.names[i]);
            continue;
        }
        root->parent = foreign_add(arena, NULL, zip.names[i], SPAN(""), SPAN(""));
        item_read(reading, root);
        foreign_rest(losses, root);
    }
    return status;
}

enum status from_qti(struct outline *outline, struct span file, struct span bytes)
{
    struct reading reading = {.outline = outline, .room = FOREIGN_VALUES_MAX};
    struct foreign *root;
    if (is_foreign_zip(bytes))
        return package_read(&reading, file, bytes);
    const enum status status =
        foreign_xml_read(outline->arena, file, bytes, &reading.room, &root);
    if (status != OK)
        return status;
    if (!is_span(root->name, "qti-assessment-item"))
        return fail(STATUS_BAD_INPUT,
                    "%.*s is no item of QTI 3: it begins with <%.*s>, not with "
                    "<qti-assessment-item>",
                    SPAN_ARGS(file), SPAN_ARGS(root->name));
    item_read(&reading, root);
    foreign_rest(outline->losses, root);
    return OK;
}
