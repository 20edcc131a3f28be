"""The families of page furniture, as patterns for whole lines.

Each pattern is anchored and repeats only bounded or single-character classes, so that matching
takes time proportional to the line. ``_END`` allows what scraping leaves after a phrase.
"""

import re

_END = r"[\s.:…!»>›|*→-]{0,6}$"
_I = re.IGNORECASE
_NAME = r"[A-Z][\w.'’-]{0,30}"
_NAMES = rf"(?:{_NAME}|and|with|of|in|from|the|for|&|de|van|von|al|bin)(?:[\s,;/]{{1,3}}(?:{_NAME}|and|with|of|in|from|the|for|&|at|de|van|von|al|bin)){{0,60}}"
_TITLES = (
    r"(?:story|article|report|post|piece|column|item|copy|page|blog|transcript|video|headline)"
)


def _line(*alternatives: str, flags: int = _I) -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(alternatives) + ")", flags)


def _words(phrases: str) -> str:
    """Return a pattern for lines that are just one of the phrases, given one a line."""
    listed = (re.escape(p.strip()) for p in phrases.strip().splitlines())
    return "(?:" + "|".join(listed) + ")" + _END


_NAVIGATION = _words("""
    accessibility links
    skip to content
    skip to main content
    skip to navigation
    jump to navigation
    jump to content
    back to top
    return to top
    top of page
    main menu
    breaking news
    breaking
    top stories
    most read
    most popular
    most viewed
    trending
    trending now
    trending stories
    latest news
    latest stories
    more news
    recommended
    recommended for you
    recommended reading
    recommended stories
    you may also like
    you might also like
    you might also be interested in
    more from this section
    more on this
    more on this story
    more on this topic
    more on this...
    more like this
    more stories
    more coverage
    more information
    also see
    see also
    read also
    related
    related coverage
    related content
    related topics
    related stories
    related story
    related articles
    related article
    related links
    related internet links
    related news
    related posts
    related video
    related videos
    related reading
    around the bbc
    around the web
    from our partners
    from the web
    elsewhere on the web
    sponsored content
    sponsored
    promoted stories
    paid content
    promoted
    newsletter
    newsletters
    new window
    read more
    read full story
    read the full story
    read the full article
    read the rest here
    read more here
    show more
    see more
    view more
    load more
    learn more
    watch now
    watch live
    watch
    view gallery
    view photos
    view slideshow
    view all
    hide caption
    toggle caption
    enlarge this image
    enlarge image
    i
    close
    loading
    loading...
    link copied
    copy link
    copied
    whatsapp
    facebook
    twitter
    pinterest
    google+
    linkedin
    reddit
    tumblr
    flipboard
    messenger
    instagram
    youtube
    print
    print this page
    printer-friendly version
    email
    e-mail
    share
    tweet
    save
    like
    share this
    share this page
    share this story
    share this article
    share this with
    share on facebook
    share on twitter
    share this on facebook
    share this on twitter
    share via e-mail
    share via email
    share tweet post email
    tap here to turn on desktop notifications to get the news sent straight to you
    advertisement
    advertisements
    advertising
    ad
    ad feedback
    article continues below advertisement
    scroll to continue
    scroll down to continue
    story continues below
    story continues below advertisement
    story continued below
    story continues after advertisement
    article continues below
    article continues after advertisement
    continue reading
    continue reading below
    continue reading the main story
    advertisement continue reading the main story
    photo
    photos
    video
    videos
    audio
    image
    gallery
    slideshow
    slide show
    play video
    listen
    listen now
    download
    transcript
    embed
    subscribe
    subscribe now
    sign in
    sign up
    log in
    register
    subscribers only
    comments
    comment
    post a comment
    leave a comment
    add a comment
    leave a reply
    view comments
    show comments
    read comments
    see comments
    join the conversation
    join the discussion
    comments are closed
    comments are now closed
    cancel reply
    no comments
    next
    previous
    prev
    previous next
    next story
    previous story
    next article
    previous article
    next post
    previous post
    analysis/opinion
    [pullquote]
    pullquote
    image source
    press release
    your browser does not support the video tag
    terms of use
    terms of service
    terms and conditions
    privacy policy
    cookie policy
    contact us
    about us
    interview highlights
""")

_STAMP = (
    r"(?:\d{1,2}[:.]\d\d|\d{1,2}\s?[ap]\.?m|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d\d-\d\d"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s\d"
    r"|\d{1,2}\s(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\d{1,3}\s\w{3,8}\sago)"
)

ALWAYS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("navigation", _line(_NAVIGATION)),
    ("separator", _line(r"[\s_*=~•·.#—–-]{1,80}$(?<!\.\.\.)")),
    (
        "updated",
        _line(
            rf"[.•|*\s-]{{0,4}}(?:last|first)?\s?(?:updated|modified|published|posted)"
            rf"(?:\sat|\son)?\s?:?\s{{0,3}}.{{0,20}}?{_STAMP}[^!?]{{0,40}}$",
            rf"[.•|*\s-]{{0,4}}(?:last|first)\s(?:updated|modified|published|posted)\b[^!?]{{0,60}}$",
            r"\d{1,3}\s(?:second|minute|hour|day|week|month|year)s?\sago" + _END,
            rf"this {_TITLES} is more than \d{{1,2}} \w{{1,6}} old" + _END,
            r"\d{1,3} min(?:ute)?s? read" + _END,
        ),
    ),
    (
        "comments",
        _line(
            r"\(?(?:\d[\d,]{0,9}|no)\s(?:reader\s)?comments?(?:\sto\sthis\s\w{1,10}|\son\sthis\s\w{1,10})?\)?"
            + _END,
            r"comments (?:are|have been) (?:now )?(?:closed|disabled|turned off|moderated)\b[^\"“]{0,120}$",
            r"(?:view|show|read|see|hide) (?:all )?(?:\d[\d,]{0,9} )?comments" + _END,
            r"be the first to comment" + _END,
        ),
    ),
    (
        "copyright",
        _line(
            r"(?:copyright\s?|content\s?)?(?:©|\(c\)\s?(?=(?:copyright|\d{4})))[^\"“]{0,300}$",
            r"copyright\s(?:©\s?|\(c\)\s?)?(?:19|20)\d\d\b[^\"“]{0,300}$",
            r"copyright\s(?:the\s)?[\w. ]{1,40}\s(?:19|20)\d\d\b[^\"“]{0,200}$",
            r"all rights reserved\b[^\"“]{0,200}$",
            r"[^\"“”]{0,200}\ball rights reserved\.?(?:\sthis material may not be[^\"“]{0,120})?$",
            r"this material may not be (?:published|reproduced)[^\"“]{0,160}$",
            r"our standards:\s?the thomson reuters trust principles" + _END,
        ),
    ),
    (
        "slideshow",
        _line(
            r"slide\s?show\s?\(\s?\d{1,3}\s(?:images?|photos?|pictures?)\s?\)" + _END,
            r"(?:prev|next|previous)?\s?image \d{1,3} of \d{1,3}" + _END,
            r"(?:photos|gallery|slideshow|pictures):?\s\d{1,3}\sof\s\d{1,3}" + _END,
            r"hide caption \d{1,3} of \d{1,3}",
            r"view (?:photo )?gallery\b[^.\"“]{0,80}$",
            r"photos: (?P<t>[^:]{3,80}) photos: (?P=t)",
        ),
    ),
    (
        "player",
        _line(
            r"just watched .{0,200}\breplay more videos\b",
            r"play video \d{1,2}:\d\d\b",
            r"listen to (?:this )?article\s\d{1,2}:\d\d\b",
            r"(?:media playback is (?:unsupported|not supported)|media caption)\b",
            r"watch (?:the )?latest video at\b",
            r"(?:this video|your browser) (?:can not be played|does not support)\b",
            r"(?:embed|transcript) (?:embed|transcript)\b[^.]{0,60}$",
            r"live now|live stream" + _END,
        ),
    ),
    (
        "sharing",
        _line(
            r"(?:share|tweet|e?mail|print|post|save|pin|like|facebook|twitter|pinterest|linkedin|reddit"
            r"|whatsapp|google\+|this|article|story|with|on|via|comment|close|copy|link"
            r"|[,|\s•/-]){2,40}$",
            r"read or share this story\b",
            r"share this (?:story|article|page|post|with)\b[^.\"“]{0,60}$",
        ),
    ),
    (
        "links",
        _line(
            r"these are external links and will open\b",
            r"get the latest updates as we post them\b",
            r"\(\s?(?:also on|photos|watch|see|video|quiz|related|read|listen|graphic|full coverage|poll"
            r"|slideshow|gallery|understanding|more)\b[^()]{0,160}\)" + _END,
            r"(?:click|tap) here (?:to|for)\b[^\"“]{0,200}$",
            r"click for more from\b",
            r"don['’]t see (?:the|this)\b[^.]{0,40}\bclick here" + _END,
        ),
    ),
)
"""Families that stand whatever quotation marks are in the line."""

_AGENCIES = (
    r"(?:Getty(?: Images)?|REUTERS|Reuters|AP(?: Photo| Images)?|AFP|EPA(?:-EFE)?|Associated Press|Bloomberg(?: News)?"
    r"|Landov|Corbis|Shutterstock|PA(?: Wire| Images)?|NPR|iStock(?:photo)?(?:\.com)?|WireImage|UPI"
    r"|Anadolu(?: Agency)?|ZUMA(?: Press| Wire)?|Sipa(?: USA)?|Rex(?: Features)?|Newscom|Alamy|Xinhua|TNS"
    r"|The Washington Post|The New York Times|USA TODAY|CNN|POLITICO|Redux|Polaris|Barcroft(?: Media)?|Staff|Handout)"
)

CAPTION_STARTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "caption",
        _line(
            r"(?:enlarge this image )?toggle caption\b",
            r"enlarge this image\b",
            r"hide caption\b",
            r"(?:image )?caption(?: image)?\b.{0,300}image copyright\b",
            r"image (?:copyright|caption|source)\b",
            r"facebook twitter pinterest\b",
            r"file(?:\sphoto|\simage|\spicture|\sfootage)\s?[:—–-]",
            r"file\s?[-–—]{1,2}\s?(?:in this|this|an?|the|on)\b",
            r"in this (?:\w{1,12}\.?,? ){0,3}(?:\d{1,2},? )?(?:\d{4},? )?(?:file )?(?:photo|image|picture|frame|courtroom (?:sketch|drawing))"
            r"(?: \w{1,12}){0,8}[,.]? ",
            r"(?:photo|photograph|photographer|picture|image|illustration|graphic|credit|photo credit|pictured"
            r"|photo illustration|caption|source photo|cover photo|screenshot|screen grab)\s?:",
            r"(?:photo|photograph|image|picture|illustration|video) (?:by|courtesy(?: of)?|credit) [A-Z(].{0,120}$",
            r"(?:(?:AP|AFP|EPA|REUTERS|Getty|Getty Images|UPI) )(?:photo|file photo|images?|file)\b.{0,120}$",
            r"\((?:(?:AP|AFP|EPA|Reuters|UPI) (?:file )?photo|photo by|photo:|screenshot|image via)\b[^()]{0,120}\)$",
        ),
    ),
)
"""Captions by how they begin; none where somebody speaks in quotation marks."""

CAPTION_ENDS = re.compile(
    rf"(?:\b[A-Z][\w.'’()-]{{0,30}}\s?[/|]\s?(?:[A-Z][\w. ]{{1,30}}\s?[/|]\s?)?{_AGENCIES}"
    rf"|\bREUTERS\s?/\s?[A-Z][\w.'’-]{{1,30}}(?:\s[A-Z][\w.'’-]{{1,30}}){{0,3}}(?:/[\w ]{{1,20}})?"
    rf"|(?:via|\|)\s{_AGENCIES}|(?:/|\bvia\s)Getty(?:\sImages)?|\sGetty Images"
    rf"|\((?:AP|AFP|EPA|Reuters|UPI)\s(?:file\s)?(?:photo|image)[^()]{{0,60}}\)"
    rf"|\(?\b(?:photo|photograph|photographer|picture|image|credit|illustration)s?\s?(?::|by|courtesy of|credit:?)\s[A-Z(][^()!?;:]{{2,80}}\)?"
    rf"|[/\s]file\s(?:photo|picture|image)"
    rf"|©\s?(?:\d{{4}}\s)?[A-Z][\w./ ]{{2,60}})"
    r"[\s.)*]{0,4}$",
    re.IGNORECASE,
)
"""How captions end: with a credit."""

USUALLY: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "credit line",
        _line(
            r"[(\[—–•*\s-]{0,4}(?:additional |further )?(?:reporting|writing|editing|compiled|research|graphics?|production)"
            r"(?: and (?:reporting|writing|editing|additional reporting))?"
            rf"(?: (?:for \w{{1,20}} )?by\s?:?\s{_NAMES})[^.!?]{{0,160}}[.)\]\s]{{0,4}}$",
            r"[(\[—–•*\s-]{0,4}(?:additional |further )?reporting (?:was |from |in )[^!?]{0,160}\b(?:by|from) [^!?]{1,160}$",
            rf"[—–•*\s-]{{0,4}}(?:with assistance (?:by|from)|with (?:additional )?(?:reporting|files) (?:by|from))\b.{{0,300}}$",
            r"contributing:\s?.{1,200}$",
            r"[(—–•*\s-]{0,4}[^.!?]{3,20}.{0,280}\bcontributed(?: (?:additional )?(?:reporting|research))?"
            r"(?: (?:to|from|for)\b[^!?]{0,100})?[.)\s]{0,3}$",
            rf"[—–•*\s-]{{0,4}}(?:this (?:{_TITLES}) )(?:contains|includes|is based|was (?:produced|first published|originally published"
            r"|published in partnership|reported|written|adapted))\b.{0,250}$",
            r"(?:information|material|reporting) from .{1,120} (?:was|were|is) (?:used|included) in this .{1,40}$",
            r"with (?:post |news |ap |wire )?(?:wires?|agencies|wire services|reports)(?: reports| services)?"
            + _END,
            r"(?:source|sources):\s[A-Z][\w ./&]{1,60}$",
            r"(?:associated press|ap|reuters|npr|fox news)(?:['’]s?)? (?:writers?|reporters?|correspondents?)\b.{0,250}\b(?:contributed|reported from)\b.{0,150}$",
        ),
    ),
    (
        "editor's note",
        _line(
            rf"[(\[*—–\s-]{{0,3}}this (?:{_TITLES}) (?:has been|was|will be) (?:updated|corrected|amended|edited|revised|clarified|modified)\b.{{0,300}}$",
            r"[(\[*—–\s-]{0,3}(?:editor['’]?s['’]? note|correction|clarification)\b\s{0,2}[:.—–-].{0,600}$",
            r"this is a (?:rush transcript|developing story|breaking news story)\b.{0,200}$",
            r"(?:the )?(?:views|opinions|thoughts)(?: and (?:views|opinions))? expressed\b.{0,300}$",
            r"npr transcripts are created\b",
            rf"this {_TITLES} (?:tagged under|originally appeared|first appeared)\b.{{0,150}}$",
            r"content created by .{1,60} is available without charge\b",
        ),
    ),
    (
        "newsletter",
        _line(
            r"(?:to )?(?:sign up|subscribe|register) (?:here|now|today|for|to|below|and)\b.{0,400}$",
            r"(?:\w[\w.’'&-]{0,20} ){0,8}newsletters? (?:sign up|the |your |subscribe)\b.{0,500}$",
            r".{0,400}\bby (?:signing up|subscribing|submitting)\b.{0,40}\byou (?:agree|acknowledge|will)\b",
            r".{0,300}\b(?:email )?sign up by signing up\b",
            r".{0,200}\b(?:straight|delivered|sent|right) (?:straight |right |directly )?(?:to|into) your (?:e-?mail )?inbox\b",
            r"get (?:the|our|breaking|top|daily|more|all|unlimited|free)\b.{0,150}\b(?:newsletter|inbox|alerts?|notifications?|delivered|app)\b",
            r"(?:thank you|thanks) for (?:signing up|subscribing|registering|reading|watching)\b",
            r"(?:want|like) (?:more|the best|what you)\b.{0,160}\b(?:sign up|subscribe|download|inbox)\b",
            r"\**want .{1,60} in your inbox\b",
            r"download (?:the|our) .{1,60}\bapp\b",
            r"(?:invalid email|please (?:enter|verify) )\b.{0,200}$",
            r"support (?:\w{1,20}['’]s |our |independent |progressive |quality )(?:\w{1,20} )?journalism\b",
            r"(?:for )?(?:more|all) .{1,80}\bsubscribe to\b",
        ),
    ),
    (
        "cookies",
        _line(
            r"(?:we|this (?:web)?site|our (?:web)?site|\w{1,20}\.\w{2,4}) uses? cookies\b",
            r"by (?:continuing|using|clicking|browsing|visiting)\b.{0,120}\b(?:cookies|terms|privacy|consent)\b",
            r".{0,160}\b(?:cookie (?:policy|settings|preferences|notice)|use of cookies|accept (?:all )?cookies)\b",
            r"(?:please )?(?:enable|turn on) (?:javascript|cookies)\b",
            r"you (?:must|need to) (?:enable|have) (?:javascript|cookies)\b",
            r"this site is protected by recaptcha\b",
            r"you have (?:reached|\d{1,2}) .{0,40}\bfree articles?\b",
        ),
    ),
    (
        "follow",
        _line(
            r"[—–•*\s(-]{0,4}(?:you can )?(?:follow|find|like|join|friend|reach|contact|connect with)\s.{0,150}"
            r"(?:\bon (?:twitter|facebook|instagram|google\+|snapchat|youtube|social media)\b|@\w{2,20}\b|facebook\.com|twitter\.com).{0,200}$",
            r"follow @\w{1,20}\b.{0,60}$",
            r"(?:please )?(?:send|e-?mail|submit) (?:your |us |any |story |news )?(?:letters?|tips?|a tip|comments?|questions?|feedback|ideas)\b.{0,150}$",
            r"(?:got|have) a (?:tip|question|story|news tip|confidential tip)\b.{0,200}$",
            r"(?:let us know|tell us|write to|e-?mail) .{0,80}\S{1,40}@\S{1,40}\.\w{2,5}\b.{0,40}$",
            r"e-?mail:?\s\S{1,40}@\S{1,40}$",
            r"(?:watch|listen|subscribe|tune in) .{0,60}\b(?:on (?:itunes|spotify|apple podcasts|stitcher)|podcast)\b.{0,100}$",
            r"visit .{1,60}\bhomepage\b.{0,40}$",
            r"(?:like|follow|join|subscribe to) (?:us|our)\b.{0,100}$",
        ),
    ),
    (
        "links",
        _line(
            r"(?:read|watch|see|view|listen|hear|find|get)(?: (?:more|also|next|this|full|the full))?(?: (?:coverage|stories|story|on|from|about|here|in|video|at)(?: [\w.’'&-]{1,20}){0,6})?\s?:\s?[^.]{0,160}[?!]?$",
            r"(?:more|related|also|also see|see also|further reading|full coverage|special coverage|special report"
            r"|on the web|photos|video|gallery|slideshow|opinion|poll|quiz|live blog|interactive|special"
            r"|your say|you may also like|don['’]t miss|recommended|previously|in pictures|in depth|explainer|editorial|related video)"
            r"(?: (?:from|on|in|coverage|story|stories|articles?|links?|news|reading|by)(?: [\w.’'&-]{1,20}){0,5})?\s?:\s?[^.]{0,160}[?!]?$",
            r"(?:more|read more|see more) (?:from|on|about|in|at) [A-Z][^.!?]{1,80}" + _END,
            r"for (?:more|the latest|all the latest|full coverage)\b[^.!?]{0,120}\b(?:click here|visit|go to|go here|see our|read|check out)\b.{0,100}$",
            r"(?:check out|read) (?:our|more of our|the latest|more)\b.{0,120}$",
            r"[^.!?]{0,120}\b(?:vote (?:here|now)(?: in urgent poll)?)" + _END,
            r"https?://\S{1,300}$",
            r"www\.\S{1,200}$",
            r"pic\.twitter\.com/\S{1,40}$",
        ),
    ),
    (
        "byline",
        _line(
            rf"(?:By|BY)\s(?:{_NAME})(?:(?:,\s|\s)(?:and\s|AND\s|&\s|with\s)?{_NAME}){{0,10}}(?:\s?[|/–—-]\s?[\w ,.]{{0,60}})?$",
            flags=0,
        ),
    ),
)
"""Families that a line with any quotation marks in it is not taken for."""

LINK_LISTS = _line(
    r"(?:related (?:coverage|stories|articles|links|content|news|posts|reading|topics)|most (?:read|popular|viewed)"
    r"|more (?:stories|on this|on this story|coverage|like this|news)|read more|read also|see also|also see"
    r"|recommended(?: for you| stories| reading)?|top stories|trending(?: now| stories)?|you (?:may|might) also like"
    r"|from our partners|around the web|sponsored content)[\s.:…]{0,5}"
)
"""Lines under which links to other stories are listed."""

_CAMEL = r"(?<=[a-z])(?=[A-Z])"
INLINE: tuple[tuple[str, str, re.Pattern[str]], ...] = ()
"""Furniture inside a line: a reason, words that must be there, a pattern with its ``furniture``."""
