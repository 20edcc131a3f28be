"""The same little story in other languages, written for these tests."""

FOREIGN = {
    "de": "Der Bürgermeister sagte am Montag, die Brücke werde im Frühjahr wieder geöffnet. "
    "„Wir haben lange genug gewartet“, sagte er vor Anwohnern, die seit Monaten Umwege fahren.",
    "fr": "La ministre a déclaré lundi que le pont rouvrirait au printemps. « Nous avons assez "
    "attendu », a-t-elle dit devant des habitants qui font un détour depuis des mois.",
    "es": "El alcalde dijo el lunes que el puente volvería a abrirse en primavera. «Ya hemos "
    "esperado bastante», dijo ante vecinos que llevan meses dando un rodeo.",
    "it": "Il sindaco ha detto lunedì che il ponte riaprirà in primavera. «Abbiamo aspettato "
    "abbastanza», ha detto davanti agli abitanti, che da mesi fanno un giro più lungo.",
    "nl": "De burgemeester zei maandag dat de brug in het voorjaar weer opengaat. “We hebben "
    "lang genoeg gewacht”, zei hij tegen bewoners die al maanden moeten omrijden.",
    "pt": "O prefeito disse na segunda-feira que a ponte será reaberta na primavera. “Já "
    "esperamos bastante”, disse ele aos moradores, que há meses fazem um desvio.",
    "pl": "Burmistrz powiedział w poniedziałek, że most zostanie otwarty wiosną. „Czekaliśmy "
    "już dość długo”, powiedział mieszkańcom, którzy od miesięcy jeżdżą objazdem.",
    "sv": "Borgmästaren sade i måndags att bron öppnas igen till våren. ”Vi har väntat länge "
    "nog”, sade han till invånare som i flera månader har fått köra en omväg.",
    "tr": "Belediye başkanı pazartesi günü köprünün ilkbaharda yeniden açılacağını söyledi. "
    "“Yeterince bekledik”, dedi aylardır uzun yoldan giden mahalle sakinlerine.",
    "ru": "Мэр заявил в понедельник, что мост снова откроют весной. «Мы ждали достаточно "
    "долго», — сказал он жителям, которые уже несколько месяцев ездят в объезд.",
    "el": "Ο δήμαρχος είπε τη Δευτέρα ότι η γέφυρα θα ανοίξει ξανά την άνοιξη. «Περιμέναμε "
    "αρκετά», είπε στους κατοίκους, που εδώ και μήνες κάνουν τον γύρο.",
    "ar": "قال رئيس البلدية يوم الاثنين إن الجسر سيفتح من جديد في الربيع. «لقد انتظرنا ما فيه "
    "الكفاية»، قال أمام السكان الذين يسلكون منذ أشهر طريقا أطول.",
    "zh": "市长周一表示，这座桥将于春季重新开放。“我们已经等得够久了，”他说。" * 4,
    "ja": "市長は月曜日、橋は春に再び開通すると述べた。「もう十分に待った」と、何か月も遠回りして"
    "いる住民に語った。" * 3,
}
