#include "report/page/html/page_style.h"

#include "view/theme.h"

/* Screen first; one column that the widest text stays readable in. */
static const char *const screen_rules =
    "*{box-sizing:border-box}\n"
    "html{background:var(--paper);color:var(--ink);font:17px/1.5 Inter,\"Noto "
    "Sans\",\"Segoe UI\",\"Helvetica "
    "Neue\",Arial,sans-serif;-webkit-text-size-adjust:100%}\n"
    "body{margin:0}\n"
    "p{margin:.6rem 0;max-width:44rem}\n"
    ".running{margin:0;max-width:none;padding:.6rem "
    "1.25rem;background:var(--warm-paper);border-inline-start:5px solid "
    "var(--warm);font-size:.95rem}\n"
    "main,header,nav{max-width:60rem;margin:0 auto;padding:0 1.25rem}\n"
    "header{padding-top:2.2rem}\n"
    "main{padding-bottom:4rem}\n"
    "h1{font-size:2.1rem;line-height:1.2;font-weight:650;margin:0 0 1rem}\n"
    "h2{font-size:1.35rem;line-height:1.25;font-weight:650;margin:0 0 .8rem}\n"
    "section{margin-top:2.8rem}\n"
    "a{color:var(--accent)}\n"
    "a:focus-visible{outline:3px solid var(--ink);outline-offset:3px}\n"
    "nav ul{display:flex;flex-wrap:wrap;gap:.15rem 1.2rem;list-style:none;padding:.9rem "
    "0 0;margin:1.6rem 0 0;border-top:1px solid var(--hairline);font-size:.95rem}\n"
    "nav a{display:inline-block;padding:.3rem 0}\n"
    ".lead{font-size:1.8rem;line-height:1.25;font-weight:650;margin:.2rem 0 .6rem}\n"
    ".note{background:var(--warm-paper);border-inline-start:5px solid "
    "var(--warm);padding:.7rem 1rem;border-radius:0 4px 4px 0}\n"
    ".first,.cards section{background:var(--card);border:1.5px solid "
    "var(--hairline);border-radius:13px;padding:1.5rem 1.6rem}\n"
    ".first{margin-top:1.8rem}\n"
    ".cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(16rem,1fr));"
    "gap:1.1rem;margin-top:1.4rem}\n"
    ".cards section{margin:0}\n"
    ".cards h2{font-size:1.15rem}\n"
    "main ul.list{padding:0;margin:.4rem 0;list-style:none;max-width:44rem}\n"
    "main ul.list li{padding:.45rem 0;border-top:1px solid var(--faint)}\n"
    "main ul.list li:first-child{border-top:0}\n"
    "main ul.list b{display:block;font-weight:600}\n"
    ".soft{color:var(--soft)}\n";

static const char *const table_rules =
    "dl{display:grid;grid-template-columns:fit-content(42%) 1fr;gap:.3rem "
    "1.4rem;margin:.6rem 0}\n"
    "dt{color:var(--soft)}\n"
    "dd{margin:0;overflow-wrap:anywhere}\n"
    ".scroll{overflow-x:auto;margin:1.1rem 0}\n"
    ".scroll:focus-visible{outline:3px solid var(--ink);outline-offset:3px}\n"
    "table{border-collapse:collapse;width:100%;font-size:.95rem;line-height:1.4}\n"
    "caption,figcaption{text-align:start;font-weight:600;padding:0 0 .5rem}\n"
    "th,td{text-align:start;vertical-align:top;padding:.38rem .9rem .38rem "
    "0;font-weight:400}\n"
    "th:last-child,td:last-child{padding-inline-end:0}\n"
    "thead th{color:var(--soft);border-bottom:1.5px solid "
    "var(--outline);vertical-align:bottom}\n"
    "tbody td,tbody th{border-bottom:1px solid var(--faint)}\n"
    ".group th{font-weight:600;padding-top:1.1rem}\n"
    ".total td,.total th{border-top:1.5px solid "
    "var(--outline);border-bottom:0;font-weight:600}\n"
    ".number{text-align:end;font-variant-numeric:tabular-nums;white-space:nowrap}\n"
    "thead .number{white-space:normal}\n"
    ".number+:not(.number){padding-inline-start:.9rem}\n"
    "blockquote{margin:.5rem 0 1.6rem;padding:.1rem 0 .1rem "
    "1.1rem;max-width:44rem;border-inline-start:3px solid "
    "var(--accent);white-space:pre-wrap;overflow-wrap:anywhere}\n"
    ".question{font-weight:600;margin:1.4rem 0 .2rem}\n"
    ".missing{color:var(--soft);font-style:italic;margin-bottom:1.6rem}\n";

static const char *const chart_rules =
    "figure{margin:1.1rem 0}\n"
    ".legend{display:flex;flex-wrap:wrap;gap:.2rem 1.5rem;list-style:none;margin:0 0 "
    ".8rem;padding:0;color:var(--soft);font-size:.95rem}\n"
    ".legend li{display:flex;align-items:center;gap:.5rem}\n"
    "svg{display:block;overflow:visible}\n"
    ".plot th,.plot td{border:0;padding-block:0;vertical-align:middle}\n"
    ".plot thead th{padding-bottom:.4rem}\n"
    ".plot th[scope=row]{width:34%}\n"
    ".plot td,.plot thead th:last-child{padding-inline:10px}\n"
    ".plot .group th{color:var(--soft);padding:.7rem 0 .1rem}\n"
    ".ends{display:flex;justify-content:space-between;color:var(--soft);font-size:.9rem;"
    "max-width:none;margin:0}\n"
    ".line{padding:0 12px}\n"
    ".line .ends{margin-inline:-12px}\n"
    ".plot th[scope=row]{font-weight:400}\n"
    ".plot th.sure{font-weight:650}\n"
    ".guide{stroke:var(--faint);stroke-width:1}\n"
    ".middle{stroke:var(--axis);stroke-width:1.2}\n"
    ".tick{stroke:var(--outline);stroke-width:1.2}\n"
    ".base{stroke:var(--axis);stroke-width:3;stroke-linecap:round}\n"
    ".range{stroke:var(--band);stroke-width:4;stroke-linecap:round}\n"
    ".wide{stroke:var(--band);stroke-width:14;stroke-linecap:round}\n"
    ".dot{fill:var(--accent)}\n"
    ".box{fill:none;stroke:var(--ink);stroke-width:1.4}\n"
    ".way{fill:none;stroke:var(--ink);stroke-width:1.5}\n"
    "@media(min-width:52rem),print{header dl{grid-template-columns:auto 1fr auto 1fr}}\n"
    "@media(max-width:40rem){\n"
    "html{font-size:16px}\n"
    "h1{font-size:1.7rem}\n"
    ".first,.cards section{padding:1.1rem 1.1rem}\n"
    ".plot thead th:first-child{display:none}\n"
    ".plot tr,.plot th,.plot td{display:block}\n"
    ".plot thead th:last-child{padding-inline:10px}\n"
    ".plot th[scope=row]{width:auto;padding-top:.35rem}\n"
    "}\n";

/* On paper the running line is a table's head: the one thing every browser repeats on each sheet
 * and leaves room for. */
static const char *const print_rules =
    "@page{size:A4;margin:14mm 16mm 16mm;@bottom-right{content:counter(page) \" / \" "
    "counter(pages);font:9pt Inter,Arial,sans-serif}}\n"
    "@media print{\n"
    "*{-webkit-print-color-adjust:exact;print-color-adjust:exact}\n"
    "html{background:none;font-size:10pt}\n"
    ".sheet{display:table;width:100%}\n"
    ".top{display:table-header-group;break-inside:avoid}\n"
    ".rest{display:table-row-group}\n"
    ".running{padding:1.5mm 3mm;margin-bottom:5mm;font-size:9pt}\n"
    "nav{display:none}\n"
    "main,header{max-width:none;padding:0}\n"
    "header{padding-top:2mm}\n"
    "main{padding-bottom:0}\n"
    "h1{font-size:19pt}\n"
    "section{margin-top:8mm}\n"
    ".cards{grid-template-columns:repeat(auto-fit,minmax(50mm,1fr));gap:3mm;"
    "margin-top:3mm;break-inside:avoid}\n"
    ".cards section{padding:3mm 4mm;font-size:9pt;line-height:1.4}\n"
    ".cards h2{font-size:12pt;margin-bottom:1mm}\n"
    ".first{padding:4mm 5mm}\n"
    "main ul.list li{padding:.22rem 0}\n"
    ".new-sheet{break-before:page;margin-top:0}\n"
    "h1,h2,caption,figcaption,.question,.group,thead{break-after:avoid}\n"
    "tr,tbody,figure,.note,.first,.cards section,main ul.list li{break-inside:avoid}\n"
    ".scroll{overflow:visible}\n"
    "table{font-size:9pt;line-height:1.3}\n"
    "th,td{padding-block:.13rem}\n"
    ".group th{padding-top:.5rem}\n"
    "p,blockquote,main ul.list{max-width:none;orphans:3;widows:3}\n"
    "}\n";

static void add_colour(struct buffer *out, const char *name, uint32_t colour)
{
    buffer_format(out, "--%s:#%06X;", name, (unsigned int)colour);
}

void page_style(struct buffer *out)
{
    const struct theme *theme = theme_get(THEME_LIGHT);
    buffer_text(out, ":root{color-scheme:light;");
    add_colour(out, "paper", theme->paper);
    add_colour(out, "card", theme->card);
    add_colour(out, "ink", theme->ink);
    add_colour(out, "soft", theme->soft);
    add_colour(out, "accent", theme->accent);
    add_colour(out, "outline", theme->outline);
    add_colour(out, "hairline", theme->hairline);
    add_colour(out, "warm", theme->warm);
    add_colour(out, "faint", theme_mix(theme->paper, theme->hairline, .4));
    add_colour(out, "warm-paper", theme_mix(theme->paper, theme->warm, .1));
    add_colour(out, "band", theme_mix(theme->paper, theme->accent, .62));
    add_colour(out, "axis", theme_mix(theme->paper, theme->outline, .62));
    buffer_text(out, "}\n");
    buffer_text(out, screen_rules);
    buffer_text(out, table_rules);
    buffer_text(out, chart_rules);
    buffer_text(out, print_rules);
}
