"""Words that tell what kind of speaker a phrase names. All lower case, singular where a noun."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Courtesy titles, by the gender they show.
MALE_TITLES = _words("mr mr. sir lord herr monsieur baron sheikh prince king father brother")
FEMALE_TITLES = _words(
    "mrs mrs. ms ms. miss lady dame madame madam baroness princess queen sister mme mme. frau"
)
#: Titles that stand for the given name of one who goes by no surname.
REGNAL = _words("pope queen king prince princess saint st. sister emperor sheikh patriarch")

#: Titles and ranks written before a name.
TITLES = (
    MALE_TITLES
    | FEMALE_TITLES
    | _words(
        """
        dr dr. prof prof. professor president minister chancellor premier senator sen sen.
        sens. reps. govs. representative rep rep. congressman congresswoman assemblyman assemblywoman
        councilman councilwoman councillor councilor alderman governor gov gov. lieutenant lt lt. mayor
        speaker secretary ambassador judge justice chief general gen gen. colonel col col. major maj maj.
        captain capt capt. sergeant sgt sgt. admiral adm. adm corporal cpl. private pvt. commander cmdr.
        lance officer detective det. inspector superintendent constable sheriff deputy agent marshal
        attorney rev rev. reverend bishop archbishop cardinal pope rabbi imam ayatollah mullah pastor
        deacon monsignor coach hon hon. honorable pres pres. commissioner comptroller treasurer chairman
        chairwoman chairperson chair director dean provost king queen prince princess emperor sultan
        emir crown saint st. first lady brig. pm mp mep msp qc
    """
    )
)

#: Nouns for one person, whether as title, job, or relation.
PERSON_NOUNS = TITLES - _words("major private general first mr mr. chief") | _words(
    """
    academic accountant accuser acquaintance activist actor actress administrator adult adviser advisor
    advocate aide alderman ally ambassador analyst anchor anchorman announcer applicant appointee
    archaeologist architect artist assistant associate astronaut astronomer athlete attacker attendee
    attorney aunt author authority backer banker barrister bartender batsman billionaire biographer
    biologist blogger boss bowler boxer boy boyfriend broadcaster broker brother builder
    businessman businesswoman bystander caller campaigner candidate captain carpenter
    celebrity ceo cfo chairman chairwoman challenger champion chaplain chef chemist chief child
    cleric clerk client climber clinician coach cofounder
    collaborator colleague columnist comedian
    commander commentator commissioner composer comptroller conductor confidant congressman
    congresswoman conservative constable constituent consultant contestant contractor contributor
    convict cook coordinator coo cto cornerback coroner correspondent councillor councilman councilwoman counsel
    counsellor counselor counterpart cousin creator critic curator customer dad dancer daughter dealer
    defendant defender delegate democrat demonstrator dentist deputy designer detainee detective developer
    dictator diplomat director dissident doctor donor driver drummer echonomist economist editor educator
    elder electrician employee employer engineer entrepreneur envoy epidemiologist evangelist examiner
    executive expert explorer
    fan farmer father favorite favourite fellow fiance fiancé fiancee fiancée fighter
    filmmaker financier finalist firefighter fisherman footballer forecaster forward founder
    frontman frontrunner friend fugitive fullback geologist girl girlfriend goalkeeper golfer
    governor grandfather grandmother grandson graduate guard guest guitarist gunman gynecologist head
    headteacher heir hero historian holder homeowner host hostage hostess housewife hunter husband
    illustrator imam immigrant incumbent individual informant inmate insider inspector instructor
    intern interpreter interviewer inventor investigator investor islamist jockey journalist judge
    juror justice kid killer labourer laborer landlord lawmaker lawyer leader lecturer
    legend legislator liaison librarian lieutenant linebacker linguist lobbyist lord magistrate magnate
    man manager marine marketer mayor mechanic mediator medic member mentor meteorologist midfielder
    migrant militant millionaire minister missionary mistress model moderator mogul monarch mother mom mum
    mountaineer mp mep musician narrator nationalist native negotiator neighbor neighbour nephew newcomer
    newsman niece nominee novelist nurse observer officer official ombudsman onlooker operative
    operator opponent opposite organiser organizer owner pal parent partner participant passenger pastor
    patient pediatrician peer performer person photographer physician physicist pianist pilot pioneer
    pitcher plaintiff planner player playwright poet policeman policewoman politician pollster pontiff
    preacher premier presenter president pretender priest principal prisoner producer professor
    programmer progressive promoter proponent prosecutor prodigy protagonist protege protester protestor
    psychiatrist psychologist publicist publisher punter pupil quarterback rapper reader realtor receiver
    recipient recruit referee refugee regulator relative rep reporter representative republican
    researcher resident retiree reviewer rider rival roommate ruler runner sailor
    salesman saleswoman scholar scientist screenwriter sculptor senator seller
    sergeant sheriff shooter shopper sibling singer sister skipper smuggler socialist
    soldier solicitor son songwriter source speaker specialist spokesman spokesperson spokeswoman
    sponsor sportsman staffer star statesman statistician stepfather stepmother stockbroker storyteller
    strategist striker student successor suitor superintendent superstar supervisor supplier supporter
    surgeon surrogate survivor suspect swimmer sympathizer teacher teammate teenager teen tenant theologian
    therapist toddler tourist tradesman trader trainer translator treasurer trooper trucker trustee tutor
    tycoon uncle undersecretary user vendor veteran veterinarian vicar victim viewer
    villager violinist visitor vocalist volunteer voter waiter waitress warden warrior watchdog whistleblower
    widow widower wife winger winner witness woman worker worshipper writer youngster
    youth zoologist frontwoman gymnast sprinter skater skier cyclist racer goalie defenseman outfielder
    shortstop defender attendant constable paramedic ranger custodian cardiologist
    oncologist neurologist ecologist anthropologist sociologist climatologist virologist criminologist
    libertarian liberal independent communist hardliner moderate loyalist dissenter newlywed
    """
)

#: Unnamed people of whom these words are used know something: plural, they are anonymous sources.
INSIDER_NOUNS = _words(
    """
    source official aide adviser advisor spokesman spokeswoman spokesperson diplomat officer insider
    operative staffer prosecutor attorney lawyer investigator witness informant attendee detective
    negotiator representative executive employee colleague friend relative neighbor neighbour
    associate confidant strategist soldier agent commander assistant
    organizer organiser administrator manager envoy minister participant inmate
    defender plaintiff juror doctor member interviewer parent brother sister son daughter
    """
)

#: Singular nouns for a body of people without a name.
GROUP_NOUNS = _words(
    """
    public crowd audience opposition establishment left right media press community electorate
    majority minority elite population base jury family couple generation class youth faction wing crew
    staff police panel panelists everybody everyone anybody anyone nobody somebody someone
    people folk folks world industry market society movement others many some most few both all those
    two three four five six seven eight nine ten dozen dozens hundreds thousands millions half third
    quarter percent per cent number handful lot lots plenty bunch none several enough tribe
    academia hollywood punditry gang mob pair trio quartet humanity mankind
    countryfolk consensus sentiment
    """
)

#: Nouns for bodies that speak as one.
ORG_NOUNS = _words(
    """
    academy administration affiliate agency airline alliance army arm assembly association
    authority authorities band bank board body brand brewer bureau business cabinet
    campaign carmaker automaker channel charity chamber church city club coalition college commission
    committee company conference confederation conglomerate congress consortium consulate corporation
    council country county court department directorate district division embassy exchange federation
    firm fund foundation force forces franchise giant government group hospital house
    inquiry institute institution intelligence journal kingdom kremlin label laboratory lab league
    legislature lender library lobby magazine maker management manufacturer military mill
    ministry mission mosque museum nation navy network newspaper newsroom ngo office
    organisation organization outlet pac pacs paper parliament parish party pentagon
    platform presidency programme provider publication quango regime
    restaurant retailer school secretariat senate service side site skywriters
    squad startup state station store studio subcommittee subsidiary supermarket
    syndicate taskforce team think tank town tribunal troupe union unit
    university utility vatican village website daily tabloid
    weekly chain insurer chipmaker drugmaker militia
    junta monarchy republic province borough precinct delegation
    """
)

#: Nouns for things that speak by being read, seen or counted.
DOCUMENT_NOUNS = _words(
    """
    account act ad advert advertisement advisory affidavit agenda agreement album allegation amendment
    analysis announcement appeal application article assessment audit autopsy ballot bible
    bill biography blog book booklet brief briefing brochure budget bulletin bylaw caption card census
    certificate chapter chart charter check circular clause clip clue code column comment commercial
    communique communiqué complaint comparison constitution contract convention count cover coverage
    curriculum data database decision declaration decree diary dictionary directive disclosure dispatch
    doctrine document documentary dossier draft ebook edition editorial email
    episode essay estimate evidence evaluation experiment explanation factcheck
    feature feed figure figures file filing film finding findings footage forecast form game graph
    graphic guidance guide guideline handbook headline history image indicator indictment inscription
    instruction interview invitation invoice item joke judgement judgment law lawsuit
    leaflet legislation letter line list listing log logo lyric lyrics manifesto manual map measure meme
    memo memoir memorandum message metric minutes motion movie narrative news note notice
    notification novel obituary opinion order ordinance outline page painting pamphlet
    papers passage paragraph petition phrase photo photograph picture piece placard plan play
    plea poem poll polling polls policy post postcard poster precedent prediction presentation
    profile projection projections proof proposal prospectus protocol
    provision questionnaire quote quotation ranking rating ratings reading record records
    recording reference referendum regulation release remark rendering report research resolution result results
    resume review rule ruling rules saying scorecard screenplay script section segment
    series settlement show sign signal slogan song spot spreadsheet standard standards statement
    statistic statistics stats statute sticker story study subpoena subtitle suit summary
    summons survey syllabus table tale tape telegram template terms test testimony text textbook theory thesis
    timeline timetable title trailer transcript transcripts translation treaty treatise tweet update
    verdict version video warrant wiki word words writing writings writ
    """
)

#: A phrase headed by one of these says how many or which, not who: *one of the officials*.
PARTITIVES = _words(
    """
    one two three four five six seven eight nine ten another others other some many most few several
    each both half majority minority number group handful couple dozen dozens hundreds thousands
    pair trio any all none lots plenty bunch range host string percent per members member
    """
)

#: Words inside a capitalised run that show an organisation, not a person.
ORG_WORDS = _words(
    """
    inc inc. corp corp. co co. ltd ltd. llc plc gmbh ag s.a. group holdings bank university college
    institute school academy hospital department ministry agency bureau office commission committee
    council court congress senate house parliament assembly party union association federation
    foundation society league club fc united city army navy force police times post journal
    herald tribune gazette news magazine press network channel radio television tv studios
    pictures records entertainment airlines airways motors industries systems technologies
    technology labs laboratories software partners capital securities research center centre museum
    church campaign administration government pac coalition alliance organization organisation
    board authority service services fund trust international global america states kingdom republic
    nations state county district street examiner observer guardian
    telegraph review chronicle globe star dispatch sun mirror mail enquirer register sentinel
    poll survey act bill law initiative project program programme foundation forum summit conference
    cup olympics games series championship ireland england france germany china russia america britain
    iran iraq israel korea australia india pakistan canada mexico ukraine syria japan scotland wales
    spain italy brazil turkey egypt europe africa asia tower building square avenue road
    park airport island river lake beach hall stadium arena castle palace
    """
)

#: Capitalised words that modify a name from before: parties, peoples, faiths, ages.
NAME_MODIFIERS = _words(
    """
    republican democrat democratic conservative liberal labour tory libertarian socialist independent
    gop dem lib ukip snp former ex then late current longtime acting interim incoming outgoing
    rising veteran retired disgraced american british english scottish welsh irish french german
    italian spanish russian chinese japanese korean indian pakistani iranian iraqi israeli
    palestinian syrian turkish egyptian saudi afghan african asian european australian canadian mexican
    brazilian cuban nigerian kenyan polish ukrainian dutch swedish norwegian danish finnish greek
    hungarian austrian swiss belgian czech filipino vietnamese indonesian latino hispanic
    muslim christian catholic jewish senate house
    presidential gubernatorial congressional
    """
)

#: Words that are capitalised for reasons other than being part of a name.
NOT_NAMES = _words(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december the a an and but or if in on at of for to by from
    with as it its he she they we i you his her their our my your this that these those there here
    what when where why who how which while after before since because although though however yet
    still also then now so no not yes new no. mon tue wed thu fri sat sun jan feb aug sept oct nov dec
    meanwhile according image photo video credit copyright updated share advertisement read more related
    islam christianity bible god english internet earth mars
    christmas easter thanksgiving ramadan medicare medicaid obamacare brexit nafta
    """
)

#: Particles inside or before a surname.
PARTICLES = _words(
    """
    de da do dos das del della di du la le les van von der den ter ten bin bint ibn al el ul abu af av
    zu zum y e st. st san santa mc o' hoop ben
    """
)

SUFFIXES = _words("jr jr. sr sr. ii iii iv")

#: Pronouns by what they stand for.
MASCULINE = _words("he him his himself")
FEMININE = _words("she her hers herself")
PLURAL = _words("they them their theirs themselves")
NEUTER = _words("it its itself")
FIRST = _words("i me my mine myself we us our ours ourselves")
SECOND = _words("you your yours yourself")
RELATIVE = _words("who whom whose which that")
DEMONSTRATIVE = _words("this that these those")
PRONOUNS = MASCULINE | FEMININE | PLURAL | NEUTER | FIRST | SECOND | RELATIVE | DEMONSTRATIVE

#: Nouns that show gender.
MALE_NOUNS = _words(
    """
    man boy father dad brother son husband uncle nephew grandfather grandson spokesman chairman
    businessman congressman councilman assemblyman actor gentleman widower king prince lord
    boyfriend salesman policeman statesman godfather stepfather fisherman waiter pontiff
    """
)
FEMALE_NOUNS = _words(
    """
    woman girl mother mom mum sister daughter wife aunt niece grandmother granddaughter spokeswoman
    chairwoman businesswoman congresswoman councilwoman assemblywoman actress lady widow queen
    princess girlfriend policewoman waitress stepmother hostess
    """
)
