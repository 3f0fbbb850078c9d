"""foreign_samples.py FOLDER: questionnaires as other programs write them, made here, and hostile ones.

Each sample stands in FOLDER/good; FOLDER/odd has the same with something that nobody knows in every
place where something can stand, marked oddN; FOLDER/bad has what must be refused. FOLDER/said/NAME
holds the sentences of a good sample, one a line: each is in what it becomes or is told as lost.
"""
import copy
import io
import json
import os
import re
import sys
import xml.etree.ElementTree as ET
import zipfile

out = sys.argv[1]
for name in ("good", "odd", "bad", "said"):
    os.makedirs(f"{out}/{name}", exist_ok=True)


def put(kind, name, data):
    with open(f"{out}/{kind}/{name}", "wb") as file:
        file.write(data if isinstance(data, bytes) else data.encode())


def said(name, texts):
    """Sentences are what has a blank in it; markup comes out as the reader of our format takes it."""
    rows = [re.sub(r"<[^>]*>", "", text).strip() for text in texts]
    put("said", name, "\n".join(text for text in rows if " " in text and "\n" not in text) + "\n")


# -- a plain list
LIST = """# Tea and mornings
1. I like tea before I talk to anybody.
2) I can do without tea. *

# Order
*I leave the cups where they are.
I know where each cup is.
"""
put("good", "list.txt", LIST)
said("list.txt", ["I like tea before I talk to anybody.", "I can do without tea.", "I leave the cups where they are."])

# -- Qualtrics
DISPLAY = {"1": {"Display": "Green tea"}, "2": {"Display": "Black tea"}, "3": {"Display": "No tea at all"}}


def sq(number, payload):
    payload = dict({"DataExportTag": f"tea{number}", "QuestionID": f"QID{number}", "Language": []}, **payload)
    return {"SurveyID": "SV_1", "Element": "SQ", "PrimaryAttribute": f"QID{number}", "SecondaryAttribute": "copy",
            "TertiaryAttribute": None, "Payload": payload}


QUESTIONS = [
    sq(1, {"QuestionText": "Which <b>tea</b> do you like?", "QuestionType": "MC", "Selector": "SAVR", "SubSelector": "TX",
           "Choices": DISPLAY, "ChoiceOrder": ["2", "1", "3"], "RecodeValues": {"1": "10", "2": "20", "3": "30"},
           "Validation": {"Settings": {"ForceResponse": "ON", "ForceResponseType": "ON", "Type": "None"}},
           "Language": {"DE": {"QuestionText": "Welchen Tee mögen Sie?",
                               "Choices": {"1": {"Display": "Grünen Tee"}, "2": {"Display": "Schwarzen Tee"}, "3": {"Display": "Gar keinen Tee"}}}}}),
    sq(2, {"QuestionText": "What else is on the table?", "QuestionType": "MC", "Selector": "MAVR",
           "Choices": {"1": {"Display": "Bread and butter"}, "2": {"Display": "Something else", "TextEntry": "true"}},
           "ChoiceOrder": [1, 2], "Validation": {"Settings": {"ForceResponse": "OFF", "Type": "None"}}}),
    sq(3, {"QuestionText": "How true is each of these?", "QuestionType": "Matrix", "Selector": "Likert", "SubSelector": "SingleAnswer",
           "Choices": {"1": {"Display": "Tea wakes me up."}, "2": {"Display": "Tea calms me down."}}, "ChoiceOrder": ["1", "2"],
           "Answers": {"1": {"Display": "Not true"}, "2": {"Display": "Quite true"}}, "AnswerOrder": ["1", "2"]}),
    sq(4, {"QuestionText": "How many cups a day?", "QuestionType": "TE", "Selector": "SL",
           "Validation": {"Settings": {"ForceResponse": "OFF", "Type": "ContentType", "ContentType": "ValidNumber",
                                       "ValidNumber": {"Min": "0", "Max": "20"}}}}),
    sq(5, {"QuestionText": "Tell us of your mornings.", "QuestionType": "TE", "Selector": "ML"}),
    sq(6, {"QuestionText": "Thank you so far.", "QuestionType": "DB", "Selector": "TB"}),
    sq(7, {"QuestionText": "How warm should they be?", "QuestionType": "Slider", "Selector": "HSLIDER",
           "Choices": {"1": {"Display": "The first cup"}, "2": {"Display": "The last cup"}}, "ChoiceOrder": ["1", "2"],
           "Configuration": {"CSSliderMin": 20, "CSSliderMax": 90, "GridLines": 7}}),
    sq(8, {"QuestionText": "What comes first?", "QuestionType": "RO", "Selector": "DND",
           "Choices": {"1": {"Display": "The kettle first"}, "2": {"Display": "The news first"}}, "ChoiceOrder": ["1", "2"]}),
    sq(9, {"QuestionText": "Where on the map is it?", "QuestionType": "HeatMap", "Selector": "Image"}),
    sq(10, {"QuestionText": "Only for the trash.", "QuestionType": "TE", "Selector": "SL"}),
    sq(11, {"QuestionText": "Which cup is yours?", "QuestionType": "TE", "Selector": "SL",
            "DisplayLogic": {"0": {"0": {"LogicType": "Question", "LeftOperand": "q://QID1/SelectableChoice/1"}}}}),
]
QSF = {
    "SurveyEntry": {"SurveyID": "SV_1", "SurveyName": "Tea at work", "SurveyDescription": "For the kitchen on floor two", "SurveyLanguage": "EN",
                    "SurveyStatus": "Active", "Deleted": "0"},
    "SurveyElements": [
        {"SurveyID": "SV_1", "Element": "BL", "PrimaryAttribute": "Survey Blocks", "Payload": [
            {"Type": "Default", "Description": "The only block", "ID": "BL_1",
             "BlockElements": [{"Type": "Question", "QuestionID": f"QID{i}"} for i in (1, 2, 3)] + [{"Type": "Page Break"}]
             + [{"Type": "Question", "QuestionID": f"QID{i}"} for i in (4, 5, 6, 7, 8, 9, 11)]},
            {"Type": "Trash", "Description": "Trash / Unused Questions", "ID": "BL_2", "BlockElements": [{"Type": "Question", "QuestionID": "QID10"}]}]},
        {"SurveyID": "SV_1", "Element": "FL", "PrimaryAttribute": "Survey Flow", "Payload": {
            "Type": "Root", "FlowID": "FL_1", "Flow": [{"Type": "Block", "ID": "BL_1", "FlowID": "FL_2"},
                                                       {"Type": "Randomizer", "FlowID": "FL_3", "SubSet": 1}]}},
    ] + QUESTIONS,
}


def json_texts(value):
    if isinstance(value, dict):
        return [text for child in value.values() for text in json_texts(child)]
    if isinstance(value, list):
        return [text for child in value for text in json_texts(child)]
    return [value] if isinstance(value, str) else []


put("good", "qsf.qsf", json.dumps(QSF, ensure_ascii=False))
# its question in the trash and the one of an unknown type are told by their names
lost = {"Where on the map is it?", "Only for the trash.", "Survey Blocks", "Survey Flow", "Page Break"}
said("qsf.qsf", [text for text in json_texts(QSF) if text not in lost])

odd_count = 0


def odd():
    global odd_count
    odd_count += 1
    return f"odd{odd_count}"


def json_odd(value):
    """A member that nobody knows in every object that no other one names its members of."""
    if isinstance(value, dict):
        made = {key: json_odd(child) for key, child in value.items()}
        made["Odd"] = odd()
        return made
    return [json_odd(child) for child in value] if isinstance(value, list) else value


kept = copy.deepcopy(QSF)
kept["SurveyElements"][1]["Payload"]["Flow"].pop()  # what is told as a whole is not told again in pieces
kept["SurveyElements"] = [e for e in kept["SurveyElements"] if e["PrimaryAttribute"] not in ("QID9", "QID10")]
kept["SurveyElements"][0]["Payload"][1]["BlockElements"] = []
put("odd", "qsf.qsf", json.dumps(json_odd(kept)))

# -- LimeSurvey, as version 6 and as version 3 write it
ROWS = {
    "answers": [{"aid": "1", "qid": "11", "code": "A1", "sortorder": "0", "assessment_value": "0"},
                {"aid": "2", "qid": "11", "code": "A2", "sortorder": "1", "assessment_value": "3"},
                {"aid": "3", "qid": "13", "code": "N", "sortorder": "0"}, {"aid": "4", "qid": "13", "code": "Q", "sortorder": "1"}],
    "answer_l10ns": [{"id": "1", "aid": "1", "answer": "Green tea", "language": "en"}, {"id": "2", "aid": "1", "answer": "Grünen Tee", "language": "de"},
                     {"id": "3", "aid": "2", "answer": "Black tea", "language": "en"}, {"id": "4", "aid": "3", "answer": "Not true", "language": "en"},
                     {"id": "5", "aid": "4", "answer": "Quite true", "language": "en"}],
    "groups": [{"gid": "1", "sid": "9", "group_order": "0"}],
    "group_l10ns": [{"id": "1", "gid": "1", "group_name": "Tea in the morning", "description": "A few questions on tea", "language": "en"}],
    "questions": [{"qid": q, "parent_qid": "0", "sid": "9", "gid": "1", "type": t, "title": f"tea{q}", "mandatory": m, "question_order": q, "relevance": r,
                   "preg": p}
                  for q, t, m, r, p in (("11", "L", "Y", "1", ""), ("12", "M", "N", "1", ""), ("13", "F", "Y", "tea11 == 'A1'", ""),
                                        ("14", "N", "N", "1", "/[0-9] or more/"), ("15", "T", "N", "1", ""), ("16", "X", "N", "1", ""),
                                        ("17", "Y", "N", "1", ""), ("18", "5", "N", "1", ""), ("19", "|", "N", "1", ""), ("20", "A", "N", "1", ""))],
    "subquestions": [{"qid": q, "parent_qid": p, "sid": "9", "gid": "1", "type": "T", "title": t, "question_order": "0", "relevance": "1"}
                     for q, p, t in (("21", "12", "SQ1"), ("22", "12", "SQ2"), ("23", "13", "SQ1"), ("24", "20", "SQ1"), ("25", "20", "SQ2"))],
    "question_l10ns": [{"id": q, "qid": q, "question": t, "help": h, "language": "en"} for q, t, h in (
        ("11", "Which tea do you like?", "Take the one you have most"), ("12", "What else is on the table?", ""), ("13", "How true is each of these?", ""),
        ("14", "How many cups a day?", ""), ("15", "Tell us of your mornings.", ""), ("16", "Thank you so far.", ""), ("17", "Is the kettle on?", ""),
        ("18", "How good is the tea?", ""), ("19", "A picture of the cup", ""), ("20", "How good are these?", ""), ("21", "Bread and butter", ""),
        ("22", "Jam and honey", ""), ("23", "Tea wakes me up.", ""), ("24", "The cups at work", ""), ("25", "The cups at home", ""))]
    + [{"id": "90", "qid": "11", "question": "Welchen Tee mögen Sie?", "help": "", "language": "de"}],
    "surveys": [{"sid": "9", "language": "en", "additional_languages": "de", "admin": "Somebody at work"}],
    "surveys_languagesettings": [{"surveyls_survey_id": "9", "surveyls_language": "en", "surveyls_title": "Tea at work",
                                  "surveyls_welcometext": "Welcome to the tea"}],
}


def lss(tables, strange=False):
    root = ET.Element("document")
    ET.SubElement(root, "LimeSurveyDocType").text = "Survey"
    ET.SubElement(root, "DBVersion").text = "600"
    for name, rows in tables.items():
        table = ET.SubElement(root, name)
        fields = ET.SubElement(table, "fields")
        for field in rows[0]:
            ET.SubElement(fields, "fieldname").text = field
        body = ET.SubElement(table, "rows")
        for row in rows:
            element = ET.SubElement(body, "row")
            for key, value in row.items():
                ET.SubElement(element, key).text = value
            if strange:
                ET.SubElement(element, "odd").text = odd()
    return ET.tostring(root, encoding="unicode", xml_declaration=False)


put("good", "lss.lss", lss(ROWS))
said("lss.lss", [value for rows in ROWS.values() for row in rows for value in row.values() if value != "A picture of the cup"])
whole = copy.deepcopy(ROWS)
whole["questions"] = [row for row in whole["questions"] if row["type"] != "|"]
put("odd", "lss.lss", lss(whole, True))

OLD = {
    "answers": [{"qid": "11", "code": c, "answer": a, "sortorder": "0", "language": l, "assessment_value": "0", "scale_id": "0"}
                for c, a, l in (("A1", "Green tea", "en"), ("A1", "Grünen Tee", "de"), ("A2", "Black tea", "en"), ("A2", "Schwarzen Tee", "de"))],
    "groups": [{"gid": "1", "sid": "9", "group_name": n, "group_order": "0", "description": "", "language": l}
               for n, l in (("Tea in the morning", "en"), ("Tee am Morgen", "de"))],
    "questions": [{"qid": "11", "parent_qid": "0", "sid": "9", "gid": "1", "type": "L", "title": "tea11", "question": q, "help": "", "other": "N",
                   "mandatory": "Y", "question_order": "1", "language": l, "relevance": "1"}
                  for q, l in (("Which tea do you like?", "en"), ("Welchen Tee mögen Sie?", "de"))],
    "surveys": ROWS["surveys"], "surveys_languagesettings": ROWS["surveys_languagesettings"],
}
put("good", "old.lss", lss(OLD))
said("old.lss", [value for rows in OLD.values() for row in rows for value in row.values()])

# -- workbooks
W = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


def letters(column):
    return letters(column // 26 - 1) + chr(65 + column % 26) if column > 25 else chr(65 + column)


def workbook(sheets, is_shared=True):
    shared, parts = [], {}
    relations, index = "", ""
    for number, (name, rows) in enumerate(sheets.items(), 1):
        body = ""
        for r, row in enumerate(rows, 1):
            cells = ""
            for c, value in enumerate(row):
                place = f"{letters(c)}{r}"
                if value == "":
                    continue
                if isinstance(value, (int, float)):
                    cells += f'<c r="{place}"><v>{value}</v></c>'
                elif value.startswith("="):
                    cells += f'<c r="{place}" t="str"><f>{escaped(value[1:])}</f><v>worked out</v></c>'
                elif is_shared:
                    cells += f'<c r="{place}" t="s"><v>{len(shared)}</v></c>'
                    shared.append(value)
                else:
                    cells += f'<c r="{place}" t="inlineStr"><is><t>{escaped(value)}</t></is></c>'
            body += f'<row r="{r}">{cells}</row>'
        parts[f"xl/worksheets/sheet{number}.xml"] = f'<worksheet xmlns="{W}"><sheetData>{body}</sheetData></worksheet>'
        index += f'<sheet name="{name}" sheetId="{number}" r:id="rId{number}"/>'
        relations += f'<Relationship Id="rId{number}" Target="worksheets/sheet{number}.xml"/>'
    parts["xl/workbook.xml"] = f'<workbook xmlns="{W}" xmlns:r="{R}"><sheets>{index}</sheets></workbook>'
    parts["xl/_rels/workbook.xml.rels"] = f'<Relationships>{relations}</Relationships>'
    # one text in two pieces that look different
    strings = "".join(f"<si><r><t xml:space=\"preserve\">{escaped(t[:3])}</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\">{escaped(t[3:])}</t></r></si>"
                      if len(t) > 6 else f"<si><t>{escaped(t)}</t></si>" for t in shared)
    parts["xl/comments1.xml"] = "<comments>A note of the author</comments>"
    parts["xl/sharedStrings.xml"] = f'<sst xmlns="{W}">{strings}</sst>'
    return archive(parts)


def archive(parts):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in parts.items():
            made.writestr(name, text)
    return data.getvalue()


def sheets_odd(sheets):
    return {name: [rows[0] + ["odd"]] + [row + [""] * (len(rows[0]) - len(row)) + [odd()] for row in rows[1:]]
            for name, rows in sheets.items()}


XLSFORM = {
    "survey": [
        ["type", "name", "label::English (en)", "label::Deutsch (de)", "hint", "required", "relevant", "constraint", "appearance", "parameters", "label"],
        ["begin group", "morning", "Tea in the morning", "Tee am Morgen"],
        ["select_one tea", "drink", "Which tea do you like?", "Welchen Tee mögen Sie?", "The one you have most", "yes"],
        ["select_multiple food or_other", "food", "What else is on the table?", "", "", "no", "${drink} = 'green' or ${drink} = 'black'"],
        ["integer", "cups", "How many cups a day?", "", "", "yes", "selected(${food}, 'bread')", ". >= 0 and . <= 20"],
        ["text", "words", "Tell us of your mornings.", "", "", "", "${cups} > 2 and not(${drink} = 'green')", "", "multiline", "",
         "Tell us all of it."],
        ["range", "warm", "How warm should it be?", "", "", "", "", "", "", "start=20 end=90 step=5"],
        ["end group", ""],
        ["note", "thanks", "Thank you so far."],
        ["rank food", "order", "What comes first?"],
        ["geopoint", "where", "Where is your kitchen?"],
        ["calculate", "twice", "=1+1"]],
    "choices": [["list_name", "name", "label::English (en)", "label::Deutsch (de)", "image"],
                ["tea", "green", "Green tea", "Grünen Tee", "the green picture"], ["tea", "black", "Black tea", "Schwarzen Tee"],
                ["food", "bread", "Bread and butter", "Brot und Butter"], ["food", "jam", "Jam and honey", "Honig und mehr"],
                ["unused", "nobody", "An answer of nobody"]],
    "settings": [["form_title", "form_id", "default_language", "version"], ["Tea at work", "tea", "English (en)", "version of today"]],
}
put("good", "xlsform.xlsx", workbook(XLSFORM))
grammar = {"begin group", "end group", "select_one tea", "select_multiple food or_other", "rank food", "Where is your kitchen?", "=1+1"}
conditions = {"${drink} = 'green' or ${drink} = 'black'", "selected(${food}, 'bread')", "start=20 end=90 step=5", "English (en)"}
said("xlsform.xlsx", [str(v) for rows in XLSFORM.values() for row in rows[1:] for v in row if v not in grammar | conditions])
strange = dict(XLSFORM, survey=[row for row in XLSFORM["survey"] if row[0] not in ("geopoint", "calculate")])
put("odd", "xlsform.xlsx", workbook(sheets_odd(strange), False))

FORMR = {
    "survey": [["type", "name", "label", "optional", "showif", "choice1", "choice2", "class"],
               ["note", "hello", "Some questions on tea."],
               ["mc agree", "tea_1", "Tea wakes me up."], ["mc agree", "tea_2R", "I can do without tea.", "*"],
               ["mc kinds", "drink", "Which tea do you like?", "!"], ["mc_multiple kinds", "all", "Which have you tried?"],
               ["rating_button 1,7,1", "good", "How good is it?", "", "", "Not at all good", "Very good indeed"],
               ["number 0,20,1", "cups", "How many cups a day?", "", "tea_1 > 2 | FALSE"],
               ["range 20,90,5", "warm", "How warm should it be?"], ["text 80", "cup", "Which cup is yours?", "", "", "", "", "a wide class"],
               ["textarea", "words", "Tell us of your mornings."], ["submit", "end", "Go on now"], ["random 1,2", "arm", "By chance only"]],
    "choices": [["list_name", "name", "label"], ["agree", 1, "Not true"], ["agree", 2, "Quite true"], ["agree", 3, "Very true"],
                ["kinds", "green", "Green tea"], ["kinds", "black", "Black tea"]],
}
put("good", "formr.xlsx", workbook(FORMR, False))
grammar = {"mc agree", "mc kinds", "mc_multiple kinds", "rating_button 1,7,1", "number 0,20,1", "range 20,90,5", "text 80", "random 1,2", "Go on now",
           "By chance only"}
said("formr.xlsx", [str(v) for rows in FORMR.values() for row in rows[1:] for v in row if v not in grammar])
strange = dict(FORMR, survey=[row for row in FORMR["survey"] if row[0] not in ("submit", "random 1,2")])
put("odd", "formr.xlsx", workbook(sheets_odd(strange)))

# -- QTI 3
HEAD = 'xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" adaptive="false" time-dependent="false"'
ITEMS = {
    "tea": f"""<?xml version="1.0"?><qti-assessment-item {HEAD} identifier="tea" title="Tea at work" xml:lang="en">
<qti-response-declaration identifier="RESPONSE" cardinality="single" base-type="identifier"><qti-correct-response><qti-value>the right tea</qti-value></qti-correct-response></qti-response-declaration>
<qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float"/>
<qti-item-body><p>It is early in the <em>morning</em>.</p><qti-choice-interaction response-identifier="RESPONSE" shuffle="false" max-choices="1" min-choices="1">
<qti-prompt>Which tea do you like?</qti-prompt><qti-simple-choice identifier="green" fixed="false">Green tea</qti-simple-choice>
<qti-simple-choice identifier="black">Black tea<qti-feedback-inline identifier="x"> with milk</qti-feedback-inline></qti-simple-choice></qti-choice-interaction></qti-item-body>
<qti-response-processing template="match_correct"/></qti-assessment-item>""",
    "more": f"""<qti-assessment-item {HEAD} identifier="more" title="More of tea"><qti-item-body>
<div class="wide"><p>What else is on the table?</p><qti-choice-interaction response-identifier="FOOD" max-choices="2">
<qti-simple-choice identifier="bread">Bread and butter</qti-simple-choice><qti-simple-choice identifier="jam">Jam and honey</qti-simple-choice></qti-choice-interaction></div>
<p>Tell us of your mornings.</p><qti-extended-text-interaction response-identifier="WORDS"/>
<p>Which cup is yours?</p><p><qti-text-entry-interaction response-identifier="CUP"/></p>
<qti-slider-interaction response-identifier="WARM" lower-bound="20" upper-bound="90" step="5"><qti-prompt>How warm should it be?</qti-prompt></qti-slider-interaction>
<qti-order-interaction response-identifier="ORDER"><qti-prompt>What comes first?</qti-prompt><qti-simple-choice identifier="kettle">The kettle first</qti-simple-choice>
<qti-simple-choice identifier="news">The news first</qti-simple-choice></qti-order-interaction>
<qti-match-interaction response-identifier="TRUE" max-associations="2"><qti-prompt>How true is each?</qti-prompt>
<qti-simple-match-set><qti-simple-associable-choice identifier="up" match-max="1">Tea wakes me up.</qti-simple-associable-choice></qti-simple-match-set>
<qti-simple-match-set><qti-simple-associable-choice identifier="no">Not true</qti-simple-associable-choice><qti-simple-associable-choice identifier="yes">Quite true</qti-simple-associable-choice></qti-simple-match-set></qti-match-interaction>
<qti-hotspot-interaction response-identifier="SPOT"><qti-prompt>A place on the picture</qti-prompt></qti-hotspot-interaction>
<p>Thank you so far.</p></qti-item-body></qti-assessment-item>""",
}
put("good", "qti.xml", ITEMS["tea"])
put("good", "qti.zip", archive({"imsmanifest.xml": "<manifest/>", "items/tea.xml": ITEMS["tea"], "items/more.xml": ITEMS["more"], "pictures/cup.png": "no picture"}))


def xml_texts(text):
    return [part for part in ET.fromstring(text).itertext() if part.strip() != "with milk"]


said("qti.xml", [text.strip() for text in xml_texts(ITEMS["tea"]) if text.strip() != "morning"])
said("qti.zip", [text.strip() for item in ITEMS.values() for text in xml_texts(item) if text.strip() not in ("morning", "A place on the picture")])
root = ET.fromstring(ITEMS["more"].replace("qti-hotspot", "qti-text-entry"))
for element in list(root.iter()):
    element.set("odd", odd())
put("odd", "qti.xml", ET.tostring(root))
put("said", "odd", str(odd_count))

# -- ours
OURS = {
    "osd_version": "1.0",
    "definition": {
        "scale_info": {"name": "Tea", "code": "TEA"},
        "x-resonance": {"frames": ["candidate", "now"]},
        "dimensions": [{"id": d, "name": d, "x-resonance": {"construct": "values", "why": f"Why {d} matters here."}} for d in ("quiet", "plan")],
        "items": [
            {"id": "b1", "type": "inst", "text_key": "b1", "required": True,
             "x-resonance": {"kind": "best-worst", "class": 1, "why_key": "why", "statements": [
                 {"id": "quiet_1", "text_key": "quiet_1", "dimension": "quiet", "desirability": 3.5},
                 {"id": "plan_1", "text_key": "plan_1", "dimension": "plan"}]}},
            {"id": "r1", "type": "inst", "text_key": "r1", "x-resonance": {"kind": "rank", "statements": [
                {"id": "k", "text_key": "quiet_1"}, {"id": "n", "text_key": "plan_1"}]}},
            {"id": "s1", "type": "inst", "text_key": "s1", "x-resonance": {"kind": "scene", "title_key": "t1"}},
            {"id": "n1", "type": "number", "text_key": "n1", "visible_when": {"item": "r1", "operator": "is_answered"}},
            {"id": "l1", "type": "likert", "text_key": "l1", "likert_points": 5}],
        "scoring": {"all": {"method": "mean_coded", "items": {"l1": 1}, "x-resonance": {"minimum": 1}}}},
    "translations": {"en": {
        "b1": "Which do you look for most?", "b1@now": "Which is true of us?", "label_best": "Most", "label_worst": "Least", "why": "We compare it.",
        "quiet_1": "An hour of quiet.", "plan_1": "A list of the day.", "r1": "What comes first?", "s1": "It is early.", "t1": "Morning",
        "n1": "How many cups?", "l1": "I like tea."}},
}
put("good", "ours.osd", json.dumps(OURS))

# -- what must be refused
LOL = "".join(f'<!ENTITY l{i} "{"&l%d;" % (i - 1) * 10}">' for i in range(1, 10))
put("bad", "entities.lss", f'<!DOCTYPE d [<!ENTITY l0 "lol">{LOL}]><document><LimeSurveyDocType>&l9;</LimeSurveyDocType></document>')
put("bad", "outside.lss", '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><document><LimeSurveyDocType>&x;</LimeSurveyDocType></document>')
put("bad", "deep.lss", "<a>" * 100000)
put("bad", "many.lss", "<document>" + "<a/>" * 500000 + "</document>")
put("bad", "cut.lss", lss(ROWS)[:900])
put("bad", "other.lss", "<html><body>no survey</body></html>")
put("bad", "deep.qsf", "[" * 100000)
put("bad", "cut.qsf", json.dumps(QSF)[:900])
put("bad", "other.qsf", '{"SurveyEntry": {}}')
put("bad", "empty.qsf", '{"SurveyEntry": {"SurveyName": "Nothing to ask"}, "SurveyElements": []}')
put("bad", "bytes.txt", b"# a\n\xff\xfe statement\n")
put("bad", "zero.txt", b"A statement with \0 in it.\n")
put("bad", "empty.txt", "# only a name\n")
put("bad", "many.txt", "A statement that stands here too often.\n" * 3000)
good = workbook(XLSFORM)
put("bad", "bomb.xlsx", archive({"xl/workbook.xml": " " * 200_000_000}))
put("bad", "bombs.xlsx", archive({f"xl/worksheets/sheet{i}.xml": "<worksheet>" + " " * 7_000_000 + "</worksheet>" for i in range(40)}
                                 | {"xl/workbook.xml": "<workbook><sheets>" + "".join(f'<sheet name="s{i}" id="r{i}"/>' for i in range(40)) + "</sheets></workbook>",
                                    "xl/_rels/workbook.xml.rels": "<R>" + "".join(f'<Relationship Id="r{i}" Target="worksheets/sheet{i}.xml"/>' for i in range(40)) + "</R>"}))
put("bad", "files.xlsx", archive({f"file{i}": "" for i in range(3000)}))
put("bad", "cut.xlsx", good[:len(good) // 2])
middle = good.find(b"sharedStrings.xml") + 60
put("bad", "rotten.xlsx", good[:middle] + b"\0" * 40 + good[middle + 40:])
put("bad", "text.xlsx", "survey,choices\n")
put("bad", "outside.xlsx", archive({"xl/workbook.xml": '<workbook><sheets><sheet name="survey" id="r1"/></sheets></workbook>',
                                    "xl/_rels/workbook.xml.rels": '<R><Relationship Id="r1" Target="../../../etc/passwd"/></R>'}))
locked = bytearray(good)
for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
    at = locked.find(mark)
    while at >= 0:
        locked[at + place] |= 1
        at = locked.find(mark, at + 1)
put("bad", "locked.xlsx", bytes(locked))
put("bad", "test.xml", '<qti-assessment-test xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0"/>')
put("bad", "nested.zip", archive({"items/a.zip": archive({"a.xml": ITEMS["tea"]})}))
