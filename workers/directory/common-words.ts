/** What the passwords that are guessed first are made of: the longest first, since some hold others. */
export const commonWords = `
administrator christopher playstation basketball guesthouse manchester passphrase alexander alexandra
apartment australia barcelona butterfly chocolate christian elizabeth incorrect lightning liverpool
microsoft minecraft september something spiderman stephanie temporary wednesday anything babygirl
baseball benjamin business changeme computer corvette danielle december facebook february football
fortnite hostaway iloveyou internet jennifer jonathan juventus mercedes michelle nintendo november
password passwort princess property samantha saturday security starwars steelers sunshine superman
thursday vacation victoria whatever account america anthony arsenal blessed booking charlie chelsea
company cowboys default diamond england example ferrari forever freedom friends germany goodbye holiday
january jessica letmein manager matthew michael million mustang network newyork nothing october phoenix
pokemon porsche private rainbow richard samsung success testing thunder trustno tuesday warrior welcome
william windows yankees access airbnb amazon andrew ashley august autumn bailey banana batman berlin
buster canada change cheese cookie daniel dollar dragon family flower friday george ginger golden golfer
google harley heaven hockey hunter jordan joshua killer london lovely loveme maggie master matrix merlin
monday monkey naruto nicole office orange passwd pepper please purple qazwsx qwerty rental robert sample
secret secure server shadow silver snoopy soccer spring summer sunday system tennis thomas tigger winter
yellow zaqwsx admin angel apple april blink buddy faith guest hello hotel jesus login lucky magic march
money ninja paris rocky three abcd asdf demo july june love pass root temp test user word new old one
the two you is me my
`
  .trim()
  .split(/\s+/);
