/* Who may ask what is seen by the headers alone: each that is wrong refuses the request by
 * itself. */
#include "web/guard.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const struct guard_place place = {
    .host = SPAN("127.0.0.1:4000"),
    .origin = SPAN("http://127.0.0.1:4000"),
    .cookie = SPAN("resonance-4000"),
    .body_max_bytes = 1000,
};

/* A form as a browser of ours sends it, with the header NAME as VALUE instead (NULL: left out), or
 * in addition when the form has none of that name. */
static const struct guard_header form_headers[] = {
    {SPAN("Host"), SPAN("127.0.0.1:4000")},
    {SPAN("Origin"), SPAN("http://127.0.0.1:4000")},
    {SPAN("Sec-Fetch-Site"), SPAN("same-origin")},
    {SPAN("Content-Type"), SPAN("application/x-www-form-urlencoded")},
    {SPAN("Content-Length"), SPAN("10")},
    {SPAN("Cookie"), SPAN("other=1; resonance-4000=abc; more=2")},
};
enum { FORM_HEADERS = sizeof form_headers / sizeof *form_headers };

static struct guard_verdict asked(const char *method, const char *target,
                                  const struct guard_header *headers, size_t count)
{
    const struct guard_request request = {.method = span_of(method),
                                          .version = SPAN("HTTP/1.1"),
                                          .target = span_of(target),
                                          .headers = headers,
                                          .header_count = count};
    struct guard_verdict verdict;
    guard_look(&request, &place, &verdict);
    return verdict;
}

static struct guard_verdict form_with(const char *name, const char *value)
{
    struct guard_header headers[FORM_HEADERS + 1];
    size_t count = 0;
    bool is_replaced = false;
    for (size_t i = 0; i < FORM_HEADERS; i++) {
        const bool is_it = name && is_span(form_headers[i].name, name);
        is_replaced = is_replaced || is_it;
        if (is_it && !value)
            continue;
        headers[count] = form_headers[i];
        headers[count++].value = is_it ? span_of(value) : form_headers[i].value;
    }
    if (name && value && !is_replaced)
        headers[count++] = (struct guard_header){span_of(name), span_of(value)};
    return asked("POST", "/unlock", headers, count);
}

static int page_with(const char *name, const char *value)
{
    const struct guard_header headers[] = {
        {SPAN("Host"), SPAN("127.0.0.1:4000")},
        {span_of(name), span_of(value)},
    };
    return asked("GET", "/people", headers, name ? 2 : 1).http_status;
}

static int target_of(const char *target)
{
    return asked("GET", target, form_headers, 1).http_status;
}

static void a_form_of_ours_is_let_in(void **state)
{
    (void)state;
    const struct guard_verdict verdict = form_with(NULL, NULL);
    assert_int_equal(verdict.http_status, 0);
    assert_true(verdict.is_change);
    assert_int_equal(verdict.body_bytes, 10);
    assert_true(is_span(verdict.cookie, "abc"));
    assert_true(is_span(verdict.route, "/unlock"));
    assert_int_equal(form_with("Sec-Fetch-Site", NULL).http_status, 0);
    assert_int_equal(
        form_with("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
            .http_status,
        0);
}

static void a_form_of_another_site_is_refused_by_any_one_header(void **state)
{
    (void)state;
    static const char *const origins[] = {
        "null",
        "http://127.0.0.1:4001",
        "https://127.0.0.1:4000",
        "http://127.0.0.1",
        "http://127.0.0.1:4000/",
        "http://127.0.0.1:4000.evil.example",
        "HTTP://127.0.0.1:4000",
        "",
    };
    for (size_t i = 0; i < sizeof origins / sizeof *origins; i++)
        assert_int_equal(form_with("Origin", origins[i]).http_status, 403);
    assert_int_equal(form_with("Origin", NULL).http_status, 403);
    assert_int_equal(form_with("Sec-Fetch-Site", "cross-site").http_status, 403);
    assert_int_equal(form_with("Sec-Fetch-Site", "same-site").http_status, 403);
    assert_int_equal(form_with("Sec-Fetch-Site", "none").http_status, 403);
    assert_int_equal(form_with("Content-Type", "text/plain").http_status, 415);
    assert_int_equal(
        form_with("Content-Type", "multipart/form-data; boundary=a").http_status, 415);
    assert_int_equal(form_with("Content-Type", NULL).http_status, 415);
}

static void another_name_of_this_machine_is_refused(void **state)
{
    (void)state;
    static const char *const hosts[] = {
        "evil.example:4000", "127.0.0.1", "127.0.0.1:4001",  "127.0.0.1:4000.",
        "localhost:4000",    "",          "127.0.0.1:04000", "[::1]:4000"};
    for (size_t i = 0; i < sizeof hosts / sizeof *hosts; i++)
        assert_int_equal(form_with("Host", hosts[i]).http_status, 421);
    assert_int_equal(form_with("Host", NULL).http_status, 421);
    const struct guard_header twice[] = {form_headers[0], form_headers[0]};
    assert_int_equal(asked("GET", "/", twice, 2).http_status, 421);
    const struct guard_header other_case[] = {{SPAN("hOST"), SPAN("127.0.0.1:4000")},
                                              {SPAN("Host"), SPAN("evil.example")}};
    assert_int_equal(asked("GET", "/", other_case, 1).http_status, 0);
    assert_int_equal(asked("GET", "/", other_case, 2).http_status, 421);
}

static void what_two_readers_could_read_in_two_ways_is_refused(void **state)
{
    (void)state;
    static const char *const lengths[] = {"+5", "-1",  "0x10", "5 ",
                                          " 5", "5,5", "",     "99999999999999999999999"};
    assert_int_equal(form_with("Transfer-Encoding", "chunked").http_status, 411);
    assert_int_equal(form_with("Transfer-Encoding", "identity").http_status, 411);
    assert_int_equal(form_with("Transfer-Encoding ", "chunked").http_status, 400);
    assert_int_equal(form_with("X\x01", "y").http_status, 400);
    assert_int_equal(form_with("Content-Length", NULL).http_status, 411);
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++)
        assert_int_equal(form_with("Content-Length", lengths[i]).http_status, 400);
    assert_int_equal(form_with("Content-Length", "1000").http_status, 0);
    assert_int_equal(form_with("Content-Length", "1001").http_status, 413);
    assert_int_equal(form_with("content-length", "10").http_status,
                     400); /* a second one */
    assert_int_equal(page_with("Content-Length", "0"), 0);
    assert_int_equal(page_with("Content-Length", "1"), 400);
}

static void frames_and_fetching_beforehand_get_nothing(void **state)
{
    (void)state;
    static const char *const framed[] = {"iframe", "frame", "embed", "object"};
    for (size_t i = 0; i < sizeof framed / sizeof *framed; i++)
        assert_int_equal(page_with("Sec-Fetch-Dest", framed[i]), 403);
    assert_int_equal(page_with("Sec-Purpose", "prefetch"), 403);
    assert_int_equal(page_with("Purpose", "prefetch"), 403);
    assert_int_equal(page_with("Sec-Fetch-Dest", "document"), 0);
    const struct guard_header image[] = {form_headers[0],
                                         {SPAN("Sec-Fetch-Site"), SPAN("same-site")},
                                         {SPAN("Sec-Fetch-Dest"), SPAN("image")}};
    assert_int_equal(asked("GET", "/people", image, 3).http_status, 403);
    const struct guard_header link[] = {form_headers[0],
                                        {SPAN("Sec-Fetch-Site"), SPAN("cross-site")},
                                        {SPAN("Sec-Fetch-Dest"), SPAN("document")}};
    assert_int_equal(asked("GET", "/people", link, 3).http_status, 0);
}

static void only_plain_routes_are_read(void **state)
{
    (void)state;
    static const char *const wrong[] = {
        "people", "//evil.example", "/\\evil", "/a%2Fb", "/../keys",
        "/a/..",  "/a b",           "/#x",     "",       "http://a/b",
        "/a\x80", "/a\"b",          "*",       "/a;b",   "/a?b\x01",
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_int_equal(target_of(wrong[i]), 400);
    const struct guard_verdict verdict =
        asked("GET", "/people/K7-Q2/report.html?for=recruiter&a=%20", form_headers, 1);
    assert_int_equal(verdict.http_status, 0);
    assert_true(is_span(verdict.route, "/people/K7-Q2/report.html"));
    assert_true(is_span(verdict.query, "for=recruiter&a=%20"));
    char long_target[GUARD_TARGET_BYTES_MAX + 2];
    memset(long_target, 'a', sizeof long_target);
    long_target[0] = '/';
    long_target[sizeof long_target - 1] = 0;
    assert_int_equal(target_of(long_target), 414);
}

static void only_three_methods_and_one_protocol_are_spoken(void **state)
{
    (void)state;
    static const char *const methods[] = {
        "PUT", "DELETE", "TRACE", "OPTIONS", "CONNECT", "PATCH", "get", "", "GETX"};
    for (size_t i = 0; i < sizeof methods / sizeof *methods; i++)
        assert_int_equal(asked(methods[i], "/", form_headers, 1).http_status, 405);
    assert_int_equal(asked("HEAD", "/", form_headers, 1).http_status, 0);
    struct guard_header many[GUARD_HEADERS_MAX + 1];
    for (size_t i = 0; i <= GUARD_HEADERS_MAX; i++)
        many[i] = (struct guard_header){SPAN("X"), SPAN("y")};
    many[0] = form_headers[0];
    assert_int_equal(asked("GET", "/", many, GUARD_HEADERS_MAX).http_status, 0);
    assert_int_equal(asked("GET", "/", many, GUARD_HEADERS_MAX + 1).http_status, 431);
}

static void a_cookie_that_is_there_twice_is_nobodys(void **state)
{
    (void)state;
    static const struct {
        const char *sent, *is;
    } cases[] = {
        {"resonance-4000=abc", "abc"},
        {" resonance-4000=abc ;x=y", "abc"},
        {"resonance-4000=a=b", "a=b"},
        {"resonance-40=abc", ""},
        {"xresonance-4000=abc", ""},
        {"Resonance-4000=abc", ""},
        {"resonance-4000=abc; resonance-4000=abc", ""},
        {"resonance-4000", ""},
        {";;;", ""},
        {"", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_true(is_span(form_with("Cookie", cases[i].sent).cookie, cases[i].is));
    const struct guard_header two[] = {form_headers[0], form_headers[5], form_headers[5]};
    assert_true(is_span(asked("GET", "/", two, 3).cookie, ""));
}

static void secrets_are_the_same_only_when_all_of_them_is(void **state)
{
    (void)state;
    assert_true(is_guard_same(SPAN("abcd"), SPAN("abcd")));
    assert_false(is_guard_same(SPAN("abcd"), SPAN("abce")));
    assert_false(is_guard_same(SPAN("abcd"), SPAN("abc")));
    assert_false(is_guard_same(SPAN("abc"), SPAN("abcd")));
    assert_false(is_guard_same(SPAN(""), SPAN("")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_form_of_ours_is_let_in),
        cmocka_unit_test(a_form_of_another_site_is_refused_by_any_one_header),
        cmocka_unit_test(another_name_of_this_machine_is_refused),
        cmocka_unit_test(what_two_readers_could_read_in_two_ways_is_refused),
        cmocka_unit_test(frames_and_fetching_beforehand_get_nothing),
        cmocka_unit_test(only_plain_routes_are_read),
        cmocka_unit_test(only_three_methods_and_one_protocol_are_spoken),
        cmocka_unit_test(a_cookie_that_is_there_twice_is_nobodys),
        cmocka_unit_test(secrets_are_the_same_only_when_all_of_them_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
