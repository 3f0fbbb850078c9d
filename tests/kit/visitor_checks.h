/* visitor_checks: one visitor for the tests of a file, and what they look at: the screen, the item,
 * a control, a text. */
#ifndef KIT_VISITOR_CHECKS_H
#define KIT_VISITOR_CHECKS_H

#include "visitor.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

static struct visitor visitor;

static inline int begin(void **state)
{
    (void)state;
    visitor_init(&visitor, NULL);
    return 0;
}

static inline int end(void **state)
{
    (void)state;
    visitor_done(&visitor);
    return 0;
}

static inline void check_screen(enum screen_kind expected)
{
    assert_string_equal(screen_name(visitor.journey.screen), screen_name(expected));
    assert_non_null(visitor_look(&visitor));
}

static inline void check_item(const char *id)
{
    const struct visit *visit = visitor.journey.visit;
    check_screen(SCREEN_ITEM);
    const struct span at =
        sitting_step_id(&visitor.tree, visit->sitting, (size_t)visit->at);
    assert_string_equal(span_text(&visitor.tree, at), id);
}

static inline struct node *control(const char *id)
{
    struct node *node = node_find(visitor_look(&visitor), span_of(id));
    assert_non_null(node);
    return node;
}

static inline void check_text(const char *id, const char *part)
{
    const struct node *node = control(id);
    if (!memmem(node->text.data, node->text.count, part, strlen(part)))
        fail_msg("\"%.*s\" does not say \"%s\"", SPAN_ARGS(node->text), part);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

#endif
