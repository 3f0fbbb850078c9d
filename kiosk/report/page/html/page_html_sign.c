#include "report/page/html/page_html_sign.h"

/* The same sizes as in a line of text, whatever the font has. */
void page_html_sign(struct buffer *out, enum page_state state)
{
    if (state == PAGE_STATE_NONE)
        return;
    buffer_text(out,
                "<svg class=\"sign\" width=\"14\" height=\"14\" viewBox=\"0 0 14 14\" "
                "aria-hidden=\"true\">");
    switch (state) {
    case PAGE_STATE_NONE:
    case PAGE_STATES:
        break;
    case PAGE_STATE_NEW:
        buffer_text(out, "<circle class=\"full\" cx=\"7\" cy=\"7\" r=\"5.5\"/>");
        break;
    case PAGE_STATE_READ:
        buffer_text(out, "<circle class=\"ring\" cx=\"7\" cy=\"7\" r=\"4.6\"/>");
        break;
    case PAGE_STATE_UNDER_WAY:
        buffer_text(out, "<circle class=\"ring\" cx=\"7\" cy=\"7\" r=\"4.6\"/><path "
                         "class=\"ink\" d=\"M7 2.4a4.6 4.6 0 0 0 0 9.2z\"/>");
        break;
    case PAGE_STATE_DONE:
        buffer_text(out, "<path class=\"line\" d=\"M2 7.5 5.5 11 12 3.5\"/>");
        break;
    case PAGE_STATE_UNFINISHED:
        buffer_text(out, "<path class=\"line\" d=\"M3 7H11\"/>");
        break;
    case PAGE_STATE_CARE:
        buffer_text(out, "<path class=\"care\" d=\"M7 1.8 12.8 12H1.2z\"/>");
        break;
    }
    buffer_text(out, "</svg>");
}
