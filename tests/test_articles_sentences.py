"""Ordinary sentences and headlines: no cue takes them for a name, a credit, a jump or a note."""

import re
from collections.abc import Callable

import pytest

from convert.articles.cues import (
    BYLINE_TAILS,
    CREDIT_TAILS,
    is_ad_mark,
    is_bracketed_name,
    is_byline,
    is_credit,
    is_jump,
)
from convert.articles.kind_words import is_note, names_weather

SENTENCES = {
    "en": """
        The old bridge opens again on Monday
        Council votes for a new school
        Red brick is back in town
        Bypass plan divides the village
        Staff of the clinic go on strike
        Wire fence falls on the line
        From the river to the hill
        Special prize for the young baker
        Story of a lost boat
        Words that heal
        Photography club meets tonight
        Why the ferry was late
        A letter to the mayor
        Weather holds for the harvest
        The editor leaves after ten years
        Rain, rain and more rain
        “We will come back,” said the captain.
        She read her first book (a gift) at three.
        He was born here, in the mill.
        The road is closed until May.
        """,
    "de": """
        Die alte Brücke öffnet am Montag
        Rat stimmt für neue Schule
        Rote Ziegel sind wieder da
        Reden über den Fluss
        Textilhaus schließt nach Jahren
        Bilderbuch für Erwachsene
        Vonseiten der Stadt kein Wort
        Auszug aus dem Rathaus
        Kommentare sind erwünscht
        Berichte bleiben geheim
        Das Wetter hält zur Ernte
        Wetterwechsel im Norden
        Regen, Regen, Regen
        Wer zahlt für den Damm?
        Ein Brief an den Bürgermeister
        „Wir kommen wieder“, sagte der Kapitän.
        Er wohnt am Fluss (im alten Haus).
        Die Straße bleibt bis Mai gesperrt.
        Sie las ihr erstes Buch mit drei.
        Der Zug kam eine Stunde zu spät.
        """,
    "fr": """
        Le vieux pont rouvre lundi
        Le conseil vote pour une école
        Parler du fleuve en classe
        Partir sans se retourner
        Textes et images au musée
        Le temps des cerises est court
        Pourquoi le bac était en retard
        Une lettre au maire
        Pluie, pluie et encore pluie
        La rédaction du traité avance
        Photographes en herbe
        La route reste fermée en mai
        Il est né ici, au moulin.
        « Nous reviendrons », dit le capitaine.
        Elle lut son premier livre à trois ans.
        Un marin au long cours
        Les enfants plantent un arbre
        Grève des agents de la clinique
        La moisson sera bonne
        Le train avait une heure de retard.
        """,
    "es": """
        El puente viejo abre el lunes
        El pleno vota por una escuela
        Porque llueve no hay mercado
        Portada de otoño en la plaza
        Contexto de una huelga
        Las agencias de viaje cierran antes
        Redactar bien es pensar bien
        Imágenes de un verano
        Corresponsales de otro tiempo
        El tiempo acompaña a la vendimia
        Carta al alcalde
        Lluvia, lluvia y más lluvia
        Nació aquí, en el molino.
        «Volveremos», dijo el capitán.
        La carretera sigue cerrada en mayo.
        Leyó su primer libro a los tres años.
        El tren llegó una hora tarde.
        Los niños plantan un árbol
        Huelga en la clínica
        La cosecha será buena
        """,
    "pt": """
        A ponte velha abre na segunda
        Câmara vota nova escola
        Porto recebe barcos antigos
        Dados mostram menos chuva
        Redações premiadas na escola
        O tempo ajuda a colheita
        Carta ao prefeito
        Chuva, chuva e mais chuva
        Contexto de uma greve
        Nasceu aqui, no moinho.
        «Voltaremos», disse o capitão.
        A estrada fica fechada em maio.
        O comboio chegou uma hora atrasado.
        Crianças plantam uma árvore
        Greve na clínica
        A safra será boa
        Leu o primeiro livro aos três anos.
        Entrevistas ficam para depois
        Reportagens de um tempo antigo
        Imagens do verão
        """,
    "it": """
        Il vecchio ponte riapre lunedì
        Il consiglio vota una scuola
        Dire addio al mulino
        Diario di un marinaio
        Immagini di un'estate
        Fotografi alle prime armi
        Il tempo aiuta la vendemmia
        Lettera al sindaco
        Pioggia, pioggia e ancora pioggia
        È nato qui, al mulino.
        «Torneremo», disse il capitano.
        La strada resta chiusa a maggio.
        Il treno è arrivato un'ora tardi.
        I bambini piantano un albero
        Sciopero alla clinica
        Il raccolto sarà buono
        Lesse il primo libro a tre anni.
        Intervista doppia sul fiume
        Via libera al nuovo argine
        Corso di vela per ragazzi
        """,
    "ru": """
        Старый мост откроют в понедельник
        Совет голосует за новую школу
        Авторы письма ждут ответа
        Тексты учат наизусть
        Фотографы приехали на реку
        Погода помогла урожаю
        Письмо мэру
        Дождь, дождь и снова дождь
        Он родился здесь, на мельнице.
        «Мы вернёмся», — сказал капитан.
        Дорога закрыта до мая.
        Поезд пришёл на час позже.
        Дети сажают деревья
        Забастовка в клинике
        Урожай будет хорошим
        Корреспонденты уехали домой
        Первую книгу она прочла в три года.
        Почему паром опоздал
        Рукописи не горят в печи
        Мнения разделились поровну
        """,
    "zh": """
        老桥周一重新开放
        市里要建新学校
        作者见面会吸引读者
        文化节今天开幕
        记者节里话记者
        为什么渡船晚点
        给市长的一封信
        今年收成会更好
        天气转冷注意保暖
        他出生在这里的磨坊。
        “我们会回来的。”船长说。
        道路封闭到五月。
        火车晚点一小时。
        孩子们种下一棵树
        摄影展在河边举行
        报纸读者走进印厂
        驻足河边看风景
        评论区里的热心人
        首席厨师教做面
        通讯塔建到山顶
        """,
    "ja": """
        古い橋が月曜に開く
        新しい学校を建てる
        渡し船はなぜ遅れた
        町長への手紙
        今年の米は出来がよい
        天気は下り坂
        彼はこの水車小屋で生まれた。
        「また来る」と船長は話した。
        道は五月まで閉じる。
        列車は一時間遅れた。
        子どもが木を植える
        記者会見は午後に
        支局の引っ越し
        写真展が川辺で開く
        文化の日に思う
        取材に応じた町の人
        本を三歳で読んだ。
        撮影は雨で延びた
        川の水が減っている
        （町の人の話では）橋は古い。
        """,
    "ar": """
        الجسر القديم يفتح يوم الاثنين
        المجلس يصوت لمدرسة جديدة
        رسالة إلى رئيس البلدية
        الأطفال يزرعون شجرة
        القطار تأخر ساعة كاملة.
        الطقس يساعد الحصاد
        """,
    "he": """
        הגשר הישן נפתח ביום שני
        המועצה מצביעה בעד בית ספר
        מכתב לראש העיר
        הילדים נוטעים עץ
        הרכבת איחרה בשעה.
        הגשם חזר אל העמק
        """,
}
CUES: tuple[Callable[[str], object], ...] = (
    is_byline,
    is_bracketed_name,
    is_credit,
    is_jump,
    is_ad_mark,
    is_note,
    names_weather,
    *(re.compile(tail, re.IGNORECASE).search for tail in (*BYLINE_TAILS, *CREDIT_TAILS)),
)


@pytest.mark.parametrize("language", SENTENCES)
def test_no_cue_swallows_an_ordinary_sentence_or_headline(language: str) -> None:
    sentences = [s.strip() for s in SENTENCES[language].strip().splitlines()]

    assert [s for s in sentences if any(cue(s) for cue in CUES)] == []
