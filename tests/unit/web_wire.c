/* What the front and an agent say comes out as it went in, and nothing else comes out at all.
 * Answers carry what keeps them out of other sites, of frames and of the disk. */
#include "scratch.h"
#include "web/answer.h"
#include "web/peer.h"
#include "web/wire.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <arpa/inet.h>

static struct span content_of(struct span frame)
{
    struct span content = SPAN("");
    bool is_whole;
    assert_int_equal(wire_frame(frame, WIRE_ANSWER_BYTES_MAX, &content, &is_whole), OK);
    assert_true(is_whole);
    return content;
}

static const struct form_field fields[] = {{SPAN("person"), SPAN("anna")},
                                           {SPAN("why"), SPAN("a\0b")}};

static const struct wire_question question = {
    .is_change = true,
    .route = SPAN("/unlock"),
    .token = SPAN("0123"),
    .language = SPAN("en-GB"),
    .origin = SPAN("https://hr.acme.example"),
    .device = SPAN("9f"),
    .fields = fields,
    .field_count = 2,
};

static struct wire_answer answer_with(const char *type, const char *location,
                                      const char *download)
{
    return (struct wire_answer){.http_status = 200,
                                .type = span_of(type),
                                .location = span_of(location),
                                .download = span_of(download),
                                .body = SPAN("<p>body</p>")};
}

/* Bytes, zeros among them. */
static struct span joined(struct span a, struct span b)
{
    char *const bytes = arena_alloc(&scratch, a.count + b.count);
    if (a.count)
        memcpy(bytes, a.data, a.count);
    if (b.count)
        memcpy(bytes + a.count, b.data, b.count);
    return (struct span){bytes, a.count + b.count};
}

static struct span written(const struct wire_answer *answer)
{
    return joined(wire_answer_write(&scratch, answer), answer->body);
}

static void a_question_comes_as_it_was_asked(void **state)
{
    (void)state;
    struct wire_question came;
    const struct span content = content_of(wire_question_write(&scratch, &question));
    assert_int_equal(wire_question_read(&scratch, content, &came), OK);
    assert_true(came.is_change);
    assert_true(is_span_equal(came.route, question.route));
    assert_true(is_span_equal(came.token, question.token));
    assert_true(is_span_equal(came.language, question.language));
    assert_true(is_span_equal(came.origin, question.origin));
    assert_true(is_span_equal(came.device, question.device));
    assert_int_equal(came.field_count, 2);
    assert_true(is_span_equal(came.fields[1].value, fields[1].value));
}

static void an_answer_comes_as_it_was_given(void **state)
{
    (void)state;
    struct wire_answer given = answer_with("text/html", "/people", "a.csv"), came;
    given.mark = WIRE_UNLOCKED;
    given.who = SPAN("anna");
    assert_int_equal(wire_answer_read(content_of(written(&given)), &came), OK);
    assert_int_equal(came.http_status, 200);
    assert_int_equal(came.mark, WIRE_UNLOCKED);
    assert_true(is_span(came.who, "anna"));
    assert_true(is_span(came.location, "/people"));
    assert_true(is_span(came.body, "<p>body</p>"));
}

static void a_sign_is_no_answer_and_no_answer_a_sign(void **state)
{
    (void)state;
    const struct wire_sign given = {7, 40};
    const struct wire_answer least = {.http_status = 200};
    unsigned char frame[WIRE_SIGN_FRAME_BYTES];
    struct wire_sign came;
    struct wire_answer answer;
    wire_sign_write(&given, frame);
    const struct span content =
        content_of((struct span){(const char *)frame, sizeof frame});
    assert_true(is_wire_sign(content, &came));
    assert_int_equal(came.done, 7);
    assert_int_equal(came.all, 40);
    assert_int_equal(wire_answer_read(content, &answer), STATUS_BAD_INPUT);
    assert_false(is_wire_sign(content_of(written(&least)), &came));
    assert_false(is_wire_sign(SPAN(""), &came));
}

static void a_frame_is_whole_or_not_there_yet(void **state)
{
    (void)state;
    const struct span frame = wire_question_write(&scratch, &question);
    struct span content;
    bool is_whole;
    for (size_t count = 0; count < frame.count; count++) {
        assert_int_equal(wire_frame(span_cut(frame, 0, count), 1000, &content, &is_whole),
                         OK);
        assert_false(is_whole);
    }
    const struct span more = joined(frame, SPAN("x"));
    assert_int_equal(wire_frame(more, 1000, &content, &is_whole), STATUS_BAD_INPUT);
    assert_int_equal(wire_frame(frame, 10, &content, &is_whole), STATUS_TOO_LARGE);
    assert_int_equal(wire_frame(SPAN("\xFF\xFF\xFF\xFF"), 1000, &content, &is_whole),
                     STATUS_TOO_LARGE);
}

static void what_is_cut_or_longer_is_no_question_and_no_answer(void **state)
{
    (void)state;
    struct wire_question asked;
    struct wire_answer came;
    const struct wire_answer given = answer_with("text/html", "/people", "");
    const struct span good = content_of(wire_question_write(&scratch, &question));
    const struct span answer = content_of(written(&given));
    for (size_t count = 0; count < good.count; count++)
        assert_int_equal(wire_question_read(&scratch, span_cut(good, 0, count), &asked),
                         STATUS_BAD_INPUT);
    for (size_t count = 0; count < answer.count; count++)
        assert_int_equal(wire_answer_read(span_cut(answer, 0, count), &came),
                         STATUS_BAD_INPUT);
    const struct span longer = joined(answer, SPAN("x"));
    assert_int_equal(wire_answer_read(longer, &came), STATUS_BAD_INPUT);
}

static void an_answer_leads_nowhere_else_and_ends_no_header(void **state)
{
    (void)state;
    struct wire_answer came;
    static const char *const places[] = {"//evil.example", "https://evil.example",
                                         "people",         "/a\r\nSet-Cookie: b",
                                         "/\\evil",        "/a\x80"};
    static const char *const downloads[] = {"a\"; filename=\"b", "a\nb", "a\r\nX: y"};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        const struct wire_answer given = answer_with("text/html", places[i], "");
        assert_int_equal(wire_answer_read(content_of(written(&given)), &came),
                         STATUS_BAD_INPUT);
    }
    for (size_t i = 0; i < sizeof downloads / sizeof *downloads; i++) {
        const struct wire_answer given = answer_with("text/html", "", downloads[i]);
        assert_int_equal(wire_answer_read(content_of(written(&given)), &came),
                         STATUS_BAD_INPUT);
    }
    const struct wire_answer typed = answer_with("text/html\r\nX: y", "", "");
    assert_int_equal(wire_answer_read(content_of(written(&typed)), &came),
                     STATUS_BAD_INPUT);
}

static struct span header_of(const struct web_answer *answer, const char *name)
{
    struct guard_header headers[ANSWER_HEADERS_MAX];
    const size_t count = answer_headers(&scratch, answer, headers);
    for (size_t i = 0; i < count; i++)
        if (is_span(headers[i].name, name))
            return headers[i].value;
    return SPAN("");
}

static void every_answer_keeps_to_itself(void **state)
{
    (void)state;
    const struct web_answer page = {.http_status = 200, .type = SPAN("text/html")};
    const struct web_answer rules = {.http_status = 200, .is_same_for_all = true};
    assert_true(is_span(header_of(&page, "Cache-Control"), "no-store"));
    assert_true(is_span(header_of(&page, "X-Frame-Options"), "DENY"));
    assert_true(is_span(header_of(&page, "Referrer-Policy"), "same-origin"));
    assert_true(is_span(
        header_of(&page, "Content-Security-Policy"),
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"));
    assert_true(is_span(header_of(&page, "Location"), ""));
    assert_true(is_span(header_of(&rules, "Cache-Control"),
                        "private, max-age=31536000, immutable"));
    const struct span cookie = answer_cookie(&scratch, SPAN("resonance-1"), SPAN("abc"));
    assert_true(is_span(cookie, "resonance-1=abc; Path=/; HttpOnly; SameSite=Strict"));
}

static struct sockaddr_in end_of(const char *address, uint16_t port)
{
    struct sockaddr_in end = {.sin_family = AF_INET, .sin_port = htons(port)};
    assert_int_equal(inet_pton(AF_INET, address, &end.sin_addr), 1);
    return end;
}

static void a_row_of_the_kernel_tells_whose_socket_it_is(void **state)
{
    (void)state;
    const struct span row = SPAN(
        "   3: 0100007F:D431 0100007F:1F90 01 00000000:00000000 00:00000000 00000000  1000"
        "        0 12345 1 0000000000000000 20 4 30 10 -1");
    const struct sockaddr_in theirs = end_of("127.0.0.1", 0xD431),
                             ours = end_of("127.0.0.1", 8080),
                             other = end_of("127.0.0.2", 0xD431),
                             port = end_of("127.0.0.1", 8081);
    unsigned user = 0;
    assert_true(is_peer_row(row, &theirs, &ours, &user));
    assert_int_equal(user, 1000);
    assert_false(is_peer_row(row, &other, &ours, &user));
    assert_false(is_peer_row(row, &theirs, &port, &user));
    assert_false(is_peer_row(row, &ours, &theirs, &user));
    assert_false(is_peer_row(span_cut(row, 0, 60), &theirs, &ours, &user));
    assert_false(is_peer_row(SPAN(""), &theirs, &ours, &user));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_question_comes_as_it_was_asked),
        cmocka_unit_test(an_answer_comes_as_it_was_given),
        cmocka_unit_test(a_sign_is_no_answer_and_no_answer_a_sign),
        cmocka_unit_test(a_frame_is_whole_or_not_there_yet),
        cmocka_unit_test(what_is_cut_or_longer_is_no_question_and_no_answer),
        cmocka_unit_test(an_answer_leads_nowhere_else_and_ends_no_header),
        cmocka_unit_test(every_answer_keeps_to_itself),
        cmocka_unit_test(a_row_of_the_kernel_tells_whose_socket_it_is),
    };
    return cmocka_run_group_tests(tests, scratch_begin, scratch_end);
}
