"""Words that tell what kind of speaker a phrase names. All lower case, singular where a noun."""


def word_set(text: str) -> frozenset[str]:
    """Make a set of the words of a text.

    Args:
        text: Words with white space between.

    Returns:
        The set.
    """
    return frozenset(text.split())


#: Courtesy titles, by the gender they show.
MALE_TITLES = word_set("mr mr. sir lord herr monsieur baron sheikh prince king father brother")
FEMALE_TITLES = word_set(
    "mrs mrs. ms ms. miss lady dame madame madam baroness princess queen sister mme mme. frau"
)
#: Titles that stand for the given name of one who goes by no surname.
REGNAL = word_set("pope queen king prince princess saint st. sister emperor sheikh patriarch")

#: How some are addressed: *His Honour*.
STYLES = word_set("eminence excellency highness holiness honor honour lordship majesty")
#: Titles and ranks written before a name.
TITLES = (
    MALE_TITLES
    | STYLES
    | FEMALE_TITLES
    | word_set(
        """
    adm adm. admiral agent alderman amb. ambassador archbishop assemb. assemblyman
    assemblywoman attorney atty. ayatollah bishop brig. capt capt. captain cardinal chair
    chairman chairperson chairwoman chancellor chief cllr cmdr. coach col col. colonel
    commander commissioner comptroller congressman congresswoman constable corporal
    councillor councilman councilor councilwoman cpl. crown deacon dean del del. delegate
    deputy det. detective director dr dr. emir emperor first gen gen. general gov gov.
    governor govs. hon hon. honorable imam insp. inspector judge justice king lady lance
    lieutenant lt lt. maj maj. major marshal mayor mep minister monsignor mp msp mullah
    officer pastor pm pope premier pres pres. president prince princess private prof prof.
    professor provost pvt. qc queen rabbi rep rep. representative reps. rev rev. reverend
    saint secretary sen sen. senator sens. sergeant sgt sgt. sheriff speaker st. sultan
    superintendent supt. treasurer
    """
    )
)

#: Nouns for one person, whether as title, job, or relation.
PERSON_NOUNS = TITLES - STYLES - word_set("major private general first mr mr. chief") | word_set(
    """
    academic accountant accuser acquaintance activist actor actress addict administrator adult
    adviser advisor advocate aide alderman ally ambassador analyst anchor anchorman announcer
    anthropologist applicant appointee archaeologist architect artist assistant associate
    astronaut astronomer athlete attacker attendant attendee attorney aunt author authority backer
    banker barrister bartender bassist batsman biker billionaire biographer biologist blogger
    booster boss bowler boxer boy boyfriend broadcaster broker brother builder businessman
    businesswoman bystander caller campaigner candidate captain cardiologist carpenter celebrity
    cellist ceo cfo chairman chairwoman challenger champion chaplain checker chef chemist chief
    child cleric clerk client climatologist climber clinician coach cofounder collaborator
    colleague columnist comedian commander commentator commissioner communist commuter composer
    comptroller conductor confidant congressman congresswoman conservative constable constituent
    consultant contestant contractor contributor convict coo cook coordinator cornerback coroner
    correspondent councillor councilman councilwoman counsel counsellor counselor counterpart
    cousin creator criminologist critic cto curator custodian customer cyclist dad dancer daughter
    dealer defendant defender defenseman delegate democrat demonstrator dentist deputy designer
    detainee detective developer dictator diplomat director dissenter dissident doctor donor
    driver drummer ecologist economist editor educator electrician employee employer engineer
    entrepreneur envoy epidemiologist evangelist examiner executive expert explorer fan farmer
    father fellow fiance fiancee fiancé fiancée fighter filmmaker finalist financier firefighter
    fisherman flautist footballer forecaster forward founder friend frontman frontrunner
    frontwoman fugitive fullback fundraiser geologist girl girlfriend goalie goalkeeper golfer
    governor graduate grandfather grandmother grandson guard guest guitarist gunman guy gymnast
    gynecologist hacker hardliner harpist head headteacher heavyweight heir historian holder
    homeowner hopeful host hostage hostess housewife hunter husband illustrator imam immigrant
    incumbent independent individual informant inmate insider inspector instructor intern
    interpreter interviewer inventor investigator investor islamist jockey journalist judge juror
    justice kid killer laborer labourer landlord lawmaker lawyer leader lecturer legend legislator
    liaison liberal libertarian librarian lieutenant linebacker linguist lobbyist lord loser
    loyalist magistrate magnate man manager marine marketer mayor mechanic mediator medic member
    mentor mep meteorologist midfielder migrant militant millionaire minister missionary mistress
    moderate moderator mogul mom monarch monk mother mountaineer mp mum musician narrator
    nationalist native negotiator neighbor neighbour nemesis nephew neurologist newcomer newlywed
    newsman niece nominee novelist nun nurse observer occupier officer official old ombudsman
    oncologist onlooker operative operator opponent organiser organist organizer outfielder owner
    pal paramedic parent participant partner passenger pastor patient pediatrician peer performer
    person photographer physician physicist pianist pilot pioneer pitcher plaintiff planner player
    playwright poet policeman policewoman politician pollster pontiff preacher premier presenter
    president priest principal prisoner prodigy producer professor programmer progressive promoter
    proponent prosecutor protagonist protege protester protestor psychiatrist psychologist
    publicist publisher pundit pupil quarterback racer ranger rapper reader realtor receiver
    recipient recruit referee refugee regulator relative rep reporter representative republican
    researcher resident respondent retiree reverend reviewer rider rival roommate ruler runner
    sailor salesman saleswoman scholar scientist screenwriter sculptor seller senator sergeant
    sheriff shooter shopper shortstop sibling singer sister skater skier skipper smuggler
    socialist sociologist soldier solicitor son songwriter source speaker specialist speechwriter
    spokesman spokesperson spokeswoman sponsor sportsman spouse sprinter staff staffer star
    statesman statistician stepfather stepmother stockbroker storyteller strategist striker
    student successor suitor superintendent superstar supervisor supplier supporter surgeon
    surrogate survivor suspect swimmer sympathizer teacher teammate teen teenager tenant
    theologian therapist toddler tourist trader tradesman trainer translator treasurer trooper
    trucker trustee tutor tycoon uncle undersecretary user vendor veteran veterinarian vicar
    victim viewer villager violinist virologist visitor vocalist volunteer voter waiter waitress
    warden warrior watchdog watcher whistleblower widow widower wife winger winner witness woman
    worker worshipper writer youngster youth zoologist
    """
)

#: Unnamed people of whom these words are used know something: plural, they are anonymous sources.
INSIDER_NOUNS = word_set(
    """
    administrator adviser advisor agent aide ally assistant associate attorney commander confidant
    consultant defender detective diplomat envoy executive fundraiser informant inmate insider
    interviewer investigator juror lawyer lobbyist manager negotiator officer official operative
    plaintiff prosecutor representative soldier source spokesman spokesperson spokeswoman staff
    staffer strategist witness
    """
)

#: Singular nouns for a body of people without a name.
GROUP_NOUNS = word_set(
    """
    academia all anybody anyone audience base both brass bunch camp cent circle class
    community consensus countryfolk couple crew crowd dozens eight electorate elite
    enforcement enough establishment everybody everyone faction family few five folk folks
    four friends gang generation handful hollywood humanity hundreds industry jury leadership
    left lot lots mainstream majority mankind many market media millions minority mob most
    movement nine nobody none number officialdom opposition others pair panel panelists people
    per percent percentage plenty population press public punditry quarter quartet rest right
    sector segment sentiment seven several six society some somebody someone system ten third
    those thousands three tribe trio two wing world youth
    """
)

#: Nouns for bodies that speak as one.
ORG_NOUNS = word_set(
    """
    academy administration affiliate agency airline alliance arm army assembly association
    authorities authority automaker band bank board body borough brand brewer bureau business
    cabinet campaign carmaker chain chamber channel charity chipmaker church city club
    coalition college commission committee company confederation conference conglomerate
    congress consortium consulate corporation council country county court daily delegation
    department directorate district division drugmaker embassy exchange federation firm force
    forces foundation franchise fund giant government group hospital house inquiry institute
    institution insurer intelligence journal junta kingdom kremlin lab label laboratory league
    legislature lender library lobby magazine maker management manufacturer military militia
    mill ministry mission monarchy mosque museum nation navy network newspaper newsroom ngo
    office organisation organization outlet pac pacs paper parish parliament party pentagon
    platform police precinct presidency programme prosecution provider province publication
    quango regime republic restaurant retailer school secretariat senate service side site
    squad startup state station store studio subcommittee subsidiary supermarket syndicate
    tabloid taskforce team town tribunal troupe union unit university utility vatican village
    website weekly
    """
)

#: Nouns for things that speak by being read, seen or counted.
DOCUMENT_NOUNS = word_set(
    """
    account act ad advert advertisement advisory affidavit agenda agreement album allegation
    amendment analysis announcement appeal application article assessment audit autopsy ballot
    bible bill biography blog book booklet brief briefing brochure budget bulletin bylaw cable
    caption card caucus census certificate chapter chart charter check circular clause clip
    clue code column comment comments commercial communication communique communiqué
    comparison complaint constitution contract convention count cover coverage curriculum data
    database datum decision declaration decree deposition diary dictionary directive
    disclosure dispatch doctrine document documentary dossier draft ebook edition editorial
    email episode essay estimate evaluation evidence experiment explanation factcheck feature
    feed figure figures file filing film finding findings footage forecast form game graph
    graphic guidance guide guideline handbook headline history image indicator indictment
    inscription instruction interview invitation invoice item joke judgement judgment law
    lawsuit leaflet legislation letter line list listing log logo lyric lyrics manifesto
    manual map measure meme memo memoir memorandum message metric minutes motion movie
    narrative news note notice notification novel obituary opinion order ordinance outline
    page painting pamphlet papers paragraph passage petition photo photograph phrase picture
    piece placard plan play playbook plea poem policy poll polling polls post postcard poster
    precedent prediction presentation primary profile projection projections proof proposal
    prospectus protocol provision questionnaire quotation quote ranking rating ratings reading
    record recording records reference referendum regulation release remark remarks rendering
    report research resolution result results resume return returns review rule rules ruling
    saying scorecard screenplay script section segment series settlement show sign signal
    slogan song speech spot spreadsheet standard standards statement statistic statistics
    stats statute sticker story study subpoena subtitle suit summary summons survey syllabus
    table tale tally tape telegram template terms test testimony text textbook theory thesis
    timeline timetable title trailer transcript transcripts translation treatise treaty tweet
    update verdict version video warrant wiki word words writ writing writings
    """
)

#: A phrase headed by one of these says how many or which, not who: *one of the officials*.
PARTITIVES = word_set(
    """
    all another any array both bunch chorus couple dozen dozens each eight few five four group
    half handful host hundreds kind lots majority many member members minority most much nine
    none number one other others pair per percent plenty quarter range rest scores seven
    several six some sort string ten third thousands three trio two type
    """
)

#: Words inside a capitalised run that show an organisation, not a person.
ORG_WORDS = word_set(
    """
    academy act administration africa ag agency airlines airport airways alliance america
    arena army asia assembly association australia authority avenue bank beach bill board
    branch brazil britain building bureau campaign canada capital castle center centre
    championship channel china chronicle church city club co co. coalition college commission
    committee conference congress corp corp. council county court cup delegates democrats
    department dispatch district egypt england enquirer entertainment europe examiner fc
    federation force forum foundation france fund games gazette germany global globe gmbh
    government group guardian hall herald holdings hospital house inc inc. india industries
    initiative institute international iran iraq ireland island israel italy japan journal
    kingdom korea laboratories labs lake law league llc ltd ltd. magazine mail mexico ministry
    mirror motors museum nations navy network news observer office olympics organisation
    organization pac pakistan palace park parliament partners party pictures plc police poll
    post press program programme project radio records register republic republicans research
    review river road russia s.a. school scotland securities senate sentinel series service
    services society software spain square stadium star state states street studios summit sun
    survey syria systems technologies technology telegraph television times tower tribune
    trust turkey tv ukraine union united university wales
    """
)

#: Capitalised words that modify a name from before: parties, peoples, faiths, ages.
NAME_MODIFIERS = word_set(
    """
    acting afghan african american asian australian austrian belgian brazilian british
    canadian catholic chinese christian congressional conservative cuban current czech danish
    dem democrat democratic disgraced dutch egyptian english european ex filipino finnish
    former french german gop greek gubernatorial hispanic house hungarian incoming independent
    indian indonesian interim iranian iraqi irish israeli italian japanese jewish kenyan
    korean labour late latino lib liberal libertarian longtime mexican muslim nigerian
    norwegian outgoing pakistani palestinian polish presidential republican retired rising
    russian saudi scottish senate snp socialist spanish swedish swiss syrian then tory turkish
    ukip ukrainian veteran vietnamese welsh
    """
)

#: Words that are capitalised for reasons other than being part of a name.
NOT_NAMES = word_set(
    """
    a according advertisement afp after also although an and april as at aug august because
    before bible brexit but by christianity christmas copyright credit dec december earth
    easter english feb february for fri friday from getty god he her here his how however i if
    image in internet islam it its jan january july june march mars may meanwhile medicaid
    medicare mon monday more my nafta new no no. not nov november now obamacare oct october of
    on or our photo ramadan read related reuters sat saturday sept september share she since
    so still sun sunday team thanksgiving that the their then there these they this those
    though thu thursday to tue tuesday updated video we wed wednesday what when where which
    while who why with yes yet you your
    """
)

#: Particles inside or before a surname.
PARTICLES = word_set(
    """
    abu af al av bin bint da das de del della den der di do dos du el ibn la le les o' st st.
    ten ter ul van von zu zum
    """
)

SUFFIXES = word_set("jr jr. sr sr. ii iii iv")

#: Roles that bodies have as well as people.
BODY_ROLES = word_set(
    """
    agency airline bank builder carrier chain charity club company contractor developer firm
    foundation group insurer lender maker manufacturer newspaper operator outlet owner parent
    producer publisher retailer rival station supplier union utility vendor
    """
)

#: Pronouns by what they stand for.
MASCULINE = word_set("he him his himself")
FEMININE = word_set("she her hers herself")
PLURAL = word_set("they them their theirs themselves")
NEUTER = word_set("it its itself")
FIRST = word_set("i me my mine myself we us our ours ourselves")
SECOND = word_set("you your yours yourself")
RELATIVE = word_set("who whom whose which that")
DEMONSTRATIVE = word_set("this that these those")
PRONOUNS = MASCULINE | FEMININE | PLURAL | NEUTER | FIRST | SECOND | RELATIVE | DEMONSTRATIVE

#: Nouns that show gender.
MALE_NOUNS = word_set(
    """
    actor assemblyman boy boyfriend brother businessman chairman congressman councilman dad
    father fisherman gentleman godfather grandfather grandson husband king lord man nephew
    policeman pontiff prince salesman son spokesman statesman stepfather uncle waiter widower
    """
)
FEMALE_NOUNS = word_set(
    """
    actress assemblywoman aunt businesswoman chairwoman congresswoman councilwoman daughter
    girl girlfriend granddaughter grandmother hostess lady mom mother mum niece policewoman
    princess queen sister spokeswoman stepmother waitress widow wife woman
    """
)

#: What offices are called by behind *secretary of*, *director of* and the like, even in capitals.
PORTFOLIOS = word_set(
    """
    affairs agriculture commerce communications culture defence defense development education
    energy enforcement environment finance health homeland housing industry information
    intelligence interior justice labor labour operations planning police policy revenue safety
    security services staff state tourism trade transport transportation treasury veterans war
    """
)
