"""Common given names by the gender they suggest, a clue used only where the article gives none."""

from quotes.attribute.lexicon import word_set

MALE = word_set(
    """
    aaron abdul abdullah abraham adam adrian ahmed al alan albert alex alexander alexei ali
    allan allen andre andreas andrei andrew andy anthony antonio arnold arthur barack barry
    ben benjamin bernard bernie bill billy bob bobby boris brad bradley brandon brendan brent
    brett brian bruce bryan carl carlos charles charlie chris christian christopher chuck clarence
    claude craig curtis dale dan daniel danny dave david dean dennis derek dick diego dmitri
    dmitry dominic don donald doug douglas duncan dwight earl ed eddie edmund eduardo edward
    edwin elijah elliott emmanuel eric erik ethan eugene evan francisco francois frank
    franklin fred frederick gary gavin geoffrey george gerald gerard gerhard glenn gordon
    graham grant greg gregory guy hank hans harold harry harvey hassan hector henry herbert
    howard hugh hugo hussein ian ibrahim igor isaac ivan jack jacob jacques jake james jared
    jason javier jay jeff jeffrey jeremy jerry jesus jim jimmy joe joel john johnny jon
    jonathan jorge jose joseph josh joshua juan julian justin karl keith ken kenneth kevin
    khalid kurt kyle larry lawrence len leo leon leonard lewis liam louis lucas luis luke
    malcolm marc marco marcus mario mark martin marvin matt matthew maurice max michael michel
    miguel mike mitch mitt mohamed mohammad mohammed muhammad nathan neil nelson nicholas nick
    nicolas nigel noah norman oliver omar oscar otto owen patrick paul pedro pete peter phil
    philip phillip pierre rafael ralph ramon raul ray raymond rex ricardo richard rick ricky
    rob robert roberto rod roger roland ron ronald ross roy rudy rupert russell ryan saddam
    sam samuel scott sean sebastian sergei sergey seth shane shaun simon stanley stephen steve
    steven stuart ted theodore thomas tim timothy toby todd tom tommy tony trevor tyler victor
    vincent vladimir wade walter warren wayne william xavier yusuf zachary
    """
)

FEMALE = word_set(
    """
    abby abigail aisha alexandra alice alicia alison allison alyssa amanda amber amy ana
    andrea angela angelina anita ann anna anne annie april arianna audrey barbara beatrice
    becky beth betsy betty bonnie brenda bridget brittany camille carla carly carol carole
    caroline carolyn carrie catherine cathy cecilia celia charlotte chelsea cheryl christina
    christine cindy claire clara claudia colleen condoleezza connie courtney crystal cynthia
    daisy danielle dawn debbie deborah debra denise diana diane donna dora doris dorothy
    eileen elaine eleanor elena elisabeth elizabeth ella ellen emily emma erica erin esther
    eva evelyn fatima felicia fiona frances gabriela gail georgia geraldine gillian gina
    gloria grace greta hannah harriet hazel heather heidi helen helena hilary hillary holly
    hope ida ingrid irene iris isabel isabella ivanka jacqueline jane janet janice jasmine
    jeanne jen jennifer jenny jessica jill joan joanna joanne jocelyn jodi josephine joy joyce
    judith judy julia juliana julianne julie june kamala karen karin kate katherine kathleen
    kathryn kathy katie kay kayla kellyanne kimberly kirsten kristen kristin laila lara laura
    lauren leah leila lena lillian linda lindsay lisa liz lois lori lorraine louise lucia lucy
    lydia madeleine madison maggie mandy margaret margarita maria marianne marie marilyn
    marina marlene martha mary maureen maxine megan melania melanie melissa meredith michele
    michelle miranda molly mona monica nadia nancy naomi natalia natalie natasha nicola nicole
    nikki nina nora norma olga olivia pamela patricia patty paula pauline peggy penny
    priscilla rachel rebecca regina renee rita roberta rosa rose roxanne ruth sabrina sally
    samantha sandra sara sarah sharon sheila shirley sonia sophia sophie stella stephanie sue
    susan susana suzanne sylvia tamara tanya tara teresa theresa tiffany tina ursula valerie
    vanessa vera veronica vicki victoria violet virginia vivian wendy yasmin yvonne zoe
    """
)

#: Given names that tell no gender.
UNISEX = word_set(
    """
    alexis ashley blake cameron carmen casey dana devin drew francis jackie jamie jean jessie
    jo jody jordan kelly kerry kim lee leslie lindsey lynn marion morgan pat robbie robin
    sandy sasha shannon sidney stacey stacy taylor terry toni tracy val whitney
    """
)
