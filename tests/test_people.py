"""Who holds which office of whom: a table of ways in which English says so, and of what only looks like an office."""

import random
from collections.abc import Callable

import pytest

from kg_builder import resources
from kg_builder.mentions import Mentions
from kg_builder.model import Article
from kg_builder.people import People, Person
from kg_builder.tokens import Doc


@pytest.fixture(scope="module")
def read(nlp: Callable[[str], Doc]):
    components = (Mentions(None), People(None))

    def annotated(text: str, publisher: str | None = None, title: str | None = None) -> Doc:
        doc = nlp(text)
        doc._.article = Article("a", text, publisher=publisher, title=title)
        for component in components:
            doc = component(doc)
        return doc

    return annotated


def told(person: Person) -> str:
    if person.tenure is None:
        return person.name
    parts = [person.name, person.tenure.official.of.id, person.tenure.office_class, person.tenure.status]
    return " | ".join(parts).removesuffix(" | incumbent")


def officials(doc: Doc) -> list[str]:
    return sorted(told(person) for person in doc._.people if person.tenure is not None)


#: Text, and "name | of | class | status" of each official in it; incumbents' status is left out.
OFFICIALS = [
    (
        "Polish Foreign Minister Radoslaw Sikorski met his Ukrainian counterpart Andrii Sybiha in Kyiv.",
        "Radoslaw Sikorski | POL | foreign-minister; Andrii Sybiha | UKR | foreign-minister",
    ),
    (
        "He spoke with H.E. Dr. Hans Muster, Federal Minister for Foreign Affairs, Germany. Chile and Peru listened.",
        "Hans Muster | DEU | foreign-minister",
    ),
    (
        "The French and German foreign ministers, Jean-Noel Barrot and Johann Wadephul, travelled to Beirut.",
        "Jean-Noel Barrot | FRA | foreign-minister; Johann Wadephul | DEU | foreign-minister",
    ),
    (
        "Foreign Ministers Penny Wong of Australia and Winston Peters of New Zealand issued a statement.",
        "Penny Wong | AUS | foreign-minister; Winston Peters | NZL | foreign-minister",
    ),
    (
        "Presidents Vladimir Putin of Russia and Masoud Pezeshkian of Iran signed a treaty.",
        "Vladimir Putin | RUS | head-of-state; Masoud Pezeshkian | IRN | head-of-state",
    ),
    (
        "Chinese Foreign Ministry spokesperson Mao Ning told reporters that Beijing opposes the move.",
        "Mao Ning | CHN | spokesperson",
    ),
    ("Kremlin spokesman Dmitry Peskov said talks would continue.", "Dmitry Peskov | RUS | spokesperson"),
    ("State Department spokesman Matthew Miller declined to comment.", "Matthew Miller | USA | spokesperson"),
    ("Fed Chair Jerome Powell said rates would stay high.", "Jerome Powell | USA | central-banker"),
    ("Bank of Japan Governor Kazuo Ueda warned of inflation.", "Kazuo Ueda | JPN | central-banker"),
    (
        "Turkey's central bank governor, Fatih Karahan, said prices would fall.",
        "Fatih Karahan | TUR | central-banker",
    ),
    ("NATO Secretary General Mark Rutte arrived in Ottawa.", "Mark Rutte | NATO | organization-head"),
    (
        "European Commission President Ursula von der Leyen praised India. Von der Leyen said the EU would act.",
        "Ursula von der Leyen | European Commission | organization-head",
    ),
    (
        "European Council President Charles Michel spoke to Chinese President Gao Wenzhong. Gao agreed with Michel.",
        "Charles Michel | European Council | organization-head; Gao Wenzhong | CHN | head-of-state",
    ),
    ("WTO chief Ngozi Okonjo-Iweala urged members to act.", "Ngozi Okonjo-Iweala | WTO | organization-head"),
    ("WTO Deputy Director-General Johanna Hill spoke.", "Johanna Hill | WTO | official"),
    (
        "IMF Managing Director Kristalina Georgieva met Argentine Economy Minister Luis Caputo.",
        "Kristalina Georgieva | IMF | organization-head; Luis Caputo | ARG | minister",
    ),
    (
        "UN Secretary-General António Guterres called on Israel to stop.",
        "António Guterres | United Nations | organization-head",
    ),
    ("Former British prime minister Tony Blair visited Jerusalem.", "Tony Blair | GBR | head-of-government | former"),
    (
        "Then-Prime Minister Shinzo Abe of Japan proposed the idea in 2016.",
        "Shinzo Abe | JPN | head-of-government | former",
    ),
    (
        "President-elect Prabowo Subianto of Indonesia visited Beijing.",
        "Prabowo Subianto | IDN | head-of-state | designate",
    ),
    (
        "Marco Rubio, the nominee for secretary of state, said on Wednesday that the United States would act.",
        "Marco Rubio | USA | foreign-minister | designate",
    ),
    (
        "Incoming German Chancellor Friedrich Merz said he would go to Paris.",
        "Friedrich Merz | DEU | head-of-government | designate",
    ),
    ("The late president of Iran, Ebrahim Raisi, had ordered it.", "Ebrahim Raisi | IRN | head-of-state | former"),
    (
        "Israeli Prime Minister Avi Ben-Ari and Defense Minister Yoav Gallant met in Tel Aviv.",
        "Avi Ben-Ari | ISR | head-of-government; Yoav Gallant | ISR | defence-minister",
    ),
    (
        "U.S. Treasury Secretary Janet Yellen met Chinese Vice Premier He Lifeng in Guangzhou.",
        "Janet Yellen | USA | finance-minister; He Lifeng | CHN | minister",
    ),
    (
        "Chancellor of the Exchequer Rachel Reeves presented the budget in London.",
        "Rachel Reeves | GBR | finance-minister",
    ),
    (
        "North Korean leader Kim Jong Un watched the launch. Kim's sister, Kim Yo Jong, was present.",
        "Kim Jong Un | PRK | head-of-state",
    ),
    ("Iran's Supreme Leader Ayatollah Ali Khamenei rejected the offer.", "Ali Khamenei | IRN | head-of-state"),
    (
        "Saudi Crown Prince Mohammed bin Salman hosted Emir Tamim bin Hamad Al Thani of Qatar.",
        "Mohammed bin Salman | SAU | official; Tamim bin Hamad Al Thani | QAT | head-of-state",
    ),
    ("King Abdullah II of Jordan met U.S. senators.", "Abdullah II | JOR | head-of-state"),
    ("King Salman Humanitarian Aid and Relief Center signed a deal with Yemen.", ""),
    ("Taiwanese Vice President Hsiao Bi-khim visited Prague.", "Hsiao Bi-khim | TWN | official"),
    ("Australia's ambassador to the United States, Kevin Rudd, welcomed the deal.", "Kevin Rudd | AUS | diplomat"),
    ("U.S. Ambassador to Japan Rahm Emanuel praised Tokyo.", "Rahm Emanuel | USA | diplomat"),
    ("Russian ambassador to the UN Vassily Nebenzia vetoed the resolution.", "Vassily Nebenzia | RUS | diplomat"),
    (
        "Senator Bob Menendez, the chairman of the Senate Foreign Relations Committee, blocked the sale of U.S. jets.",
        "Bob Menendez | USA | legislator",
    ),
    ("Rep. Mike Gallagher, R-Wis., said the United States should act.", "Mike Gallagher | USA | legislator"),
    ("House Speaker Nancy Pelosi landed in Taipei.", "Nancy Pelosi | USA | legislator"),
    ("California Governor Gavin Newsom signed the memorandum.", "Gavin Newsom | USA | official"),
    (
        "General Mark Milley, chairman of the Joint Chiefs of Staff, met NATO allies.",
        "Mark Milley | USA | military-officer",
    ),
    (
        "Ukraine's army chief, General Oleksandr Syrskyi, said the front held.",
        "Oleksandr Syrskyi | UKR | military-officer",
    ),
    (
        "Toyota President Akio Toyoda met Japanese Economy Minister Yasutoshi Nishimura.",
        "Yasutoshi Nishimura | JPN | minister",
    ),
    (
        "Jensen Huang, chief executive of Nvidia, met China's commerce minister, Wang Wentao.",
        "Wang Wentao | CHN | minister",
    ),
    (
        "Joan Laporta, president of the club, thanked Captain Marc-Andre ter Stegen and coach Hansi Flick in Spain.",
        "",
    ),
    ("Jane Doe, a professor at Tokyo University, said Japan was right.", ""),
    ("Harvard President Claudine Gay resigned in the United States.", ""),
    (
        "Indian External Affairs Minister S. Jaishankar arrived in Moscow. Jaishankar met Lavrov.",
        "S. Jaishankar | IND | foreign-minister",
    ),
    ("Vikram Misri, India's foreign secretary, said on Monday the talks had ended.", "Vikram Misri | IND | official"),
    (
        "British Foreign Secretary David Lammy and Defence Secretary John Healey flew to Washington.",
        "David Lammy | GBR | foreign-minister; John Healey | GBR | defence-minister",
    ),
    (
        "Deputy Prime Minister and Foreign Minister Ishaq Dar of Pakistan visited Kabul.",
        "Ishaq Dar | PAK | foreign-minister",
    ),
    (
        "Canadian Minister of Innovation, Science and Industry François-Philippe Champagne announced the fund.",
        "François-Philippe Champagne | CAN | minister",
    ),
    ("Chile's Minister of Mining Aurora Williams spoke in Santiago.", "Aurora Williams | CHL | minister"),
    ("Vietnamese Deputy Foreign Minister Nguyen Minh Vu co-chaired the talks.", "Nguyen Minh Vu | VNM | minister"),
    (
        "Biden's national security adviser, Peter Halloran, met Wang Yi, China's top diplomat. U.S. President Joe "
        "Biden was briefed.",
        "Joe Biden | USA | head-of-state; Peter Halloran | USA | official; Wang Yi | CHN | diplomat",
    ),
    (
        "Special Presidential Envoy for Climate John Kerry of the United States met his Chinese counterpart, Xie "
        "Zhenhua.",
        "John Kerry | USA | diplomat; Xie Zhenhua | CHN | diplomat",
    ),
    ("Sergei Lavrov, Russia's foreign minister since 2004, spoke first.", "Sergei Lavrov | RUS | foreign-minister"),
    (
        "Lai Ching-te, who was elected president of Taiwan in January, will take office in May.",
        "Lai Ching-te | TWN | head-of-state",
    ),
    (
        "Ban Ki-moon, who served as UN secretary-general until 2016, spoke in Seoul.",
        "Ban Ki-moon | United Nations | organization-head | former",
    ),
    ("Keir Starmer became prime minister of the United Kingdom in July.", "Keir Starmer | GBR | head-of-government"),
    (
        "Mr Anwar Ibrahim, Malaysia's prime minister, said it. Anwar added that Mr Lawrence Wong agreed. "
        "Singapore Prime Minister Lawrence Wong was there.",
        "Anwar Ibrahim | MYS | head-of-government; Lawrence Wong | SGP | head-of-government",
    ),
    (
        "The United States sanctioned Viktor Medvedchuk, a businessman close to Russian President Vladimir Putin.",
        "Vladimir Putin | RUS | head-of-state",
    ),
    ("Lionel Messi scored twice for Argentina as captain against Brazil.", ""),
    ("Taylor Swift opened her tour in Paris, France.", ""),
    (
        "PRESIDENT MACRON MEETS PRIME MINISTER MELONI IN ROME\nFrench President Emmanuel Macron met Italian Prime "
        "Minister Giorgia Meloni. Macron and Meloni dined.",
        "Emmanuel Macron | FRA | head-of-state; Giorgia Meloni | ITA | head-of-government",
    ),
    (
        "Prime Minister Albanese Meets President Widodo in Jakarta\nAustralian Prime Minister Anthony Albanese "
        "met Indonesian President Joko Widodo.",
        "Anthony Albanese | AUS | head-of-government; Joko Widodo | IDN | head-of-state",
    ),
    ("SECRETARY BLINKEN: Thank you. The United States is grateful.", "Blinken | USA | minister"),
    ("Undersecretary of State Victoria Nuland visited Niger.", "Victoria Nuland | USA | official"),
    (
        "Assistant Secretary of State for East Asian and Pacific Affairs Daniel Kritenbrink travelled to Palau.",
        "Daniel Kritenbrink | USA | official",
    ),
    (
        "U.S. Commerce Secretary Howard Lutnick and Treasury Secretary Martin Crowe met Japan's chief negotiator, "
        "Ryosei Akazawa.",
        "Howard Lutnick | USA | minister; Martin Crowe | USA | finance-minister; Ryosei Akazawa | JPN | diplomat",
    ),
    ("EU foreign policy chief Kaja Kallas said the bloc would respond.", "Kaja Kallas | EU | official"),
    (
        "European Commission Vice-President Milan Novotny flew to Washington.",
        "Milan Novotny | European Commission | official",
    ),
    (
        "Peter Szijjarto, Hungary's foreign minister, and Belarusian President Alexander Lukashenko met.",
        "Peter Szijjarto | HUN | foreign-minister; Alexander Lukashenko | BLR | head-of-state",
    ),
    (
        "Brazil's finance minister, Fernando Haddad, said President Luiz Inácio Lula da Silva would attend. Lula "
        "leaves Sunday.",
        "Fernando Haddad | BRA | finance-minister; Luiz Inácio Lula da Silva | BRA | head-of-state",
    ),
    (
        "South Africa's president, Cyril Ramaphosa, and his predecessor, Jacob Zuma, met.",
        "Cyril Ramaphosa | ZAF | head-of-state; Jacob Zuma | ZAF | head-of-state | former",
    ),
    (
        "Ethiopian Prime Minister Abiy Ahmed appointed Taye Atske Selassie as foreign minister.",
        "Abiy Ahmed | ETH | head-of-government; Taye Atske Selassie | ETH | foreign-minister",
    ),
    ("Kenya's Cabinet Secretary for Trade, Rebecca Miano, signed the pact.", "Rebecca Miano | KEN | minister"),
    ("Acting Philippine Foreign Secretary Theresa Lazaro spoke.", "Theresa Lazaro | PHL | foreign-minister"),
    (
        "Egyptian President Hassan Mahfouz El-Shamy received Libya's Khalifa Haftar. El-Shamy spoke.",
        "Hassan Mahfouz El-Shamy | EGY | head-of-state",
    ),
    ("The IAEA's director general, Rafael Grossi, visited Tehran.", "Rafael Grossi | IAEA | organization-head"),
    ("White House press secretary Karoline Leavitt said so.", "Karoline Leavitt | USA | spokesperson"),
    ("Pope Francis prayed for peace.", "Francis | VAT | head-of-state"),
    ("Tim Cook, the chief executive of Apple, and Tesla CEO Elon Musk praised China.", ""),
    (
        "Mongolia's Prime Minister Oyun-Erdene Luvsannamsrai spoke with Rio Tinto chairman Dominic Barton.",
        "Oyun-Erdene Luvsannamsrai | MNG | head-of-government",
    ),
    ("German Vice Chancellor and Economy Minister Robert Habeck visited Seoul.", "Robert Habeck | DEU | minister"),
    (
        "Hakan Fidan, Türkiye's minister of foreign affairs, said Ankara would mediate.",
        "Hakan Fidan | TUR | foreign-minister",
    ),
    ("Palestinian Prime Minister Mohammad Mustafa asked for aid.", "Mohammad Mustafa | PSE | head-of-government"),
    (
        "Kazakh President Kassym-Jomart Tokayev hosted Uzbekistan's President Shavkat Mirziyoyev. Tokayev and "
        "Mirziyoyev signed.",
        "Kassym-Jomart Tokayev | KAZ | head-of-state; Shavkat Mirziyoyev | UZB | head-of-state",
    ),
    (
        "Pakistan's Deputy Prime Minister and Foreign Minister Ishaq Dar met Iran's Reza Karimi.",
        "Ishaq Dar | PAK | foreign-minister",
    ),
    (
        "Prime Minister and Minister of Defence Robert Abela of Malta spoke.",
        "Robert Abela | MLT | head-of-government",
    ),
    (
        "Danish Defence Minister Troels Lund Poulsen, his Norwegian counterpart Tore Sandvik and Sweden's Nils "
        "Berg signed the pact.",
        "Troels Lund Poulsen | DNK | defence-minister; Tore Sandvik | NOR | defence-minister",
    ),
    (
        "The visit by Peruvian President Dina Boluarte to Beijing follows one by her predecessor, Pedro Castillo.",
        "Dina Boluarte | PER | head-of-state; Pedro Castillo | PER | head-of-state | former",
    ),
    (
        '"We will not yield," said Gitanas Nauseda, the president of Lithuania.',
        "Gitanas Nauseda | LTU | head-of-state",
    ),
    (
        "Angola and Portugal signed an accord in Luanda. It was signed by Angolan Oil Minister Diamantino Azevedo "
        "and Portugal's Secretary of State for Energy, Jean Barroca.",
        "Diamantino Azevedo | AGO | minister; Jean Barroca | PRT | minister",
    ),
    (
        "The Netherlands' trade minister, Liesje Schreinemacher, told parliament that ASML would comply.",
        "Liesje Schreinemacher | NLD | minister",
    ),
    (
        "Dutch Prime Minister Mark Rutte told U.S. President Joe Biden on the phone. Rutte and Biden also "
        "discussed chips; Mr. Biden thanked Mr. Rutte.",
        "Mark Rutte | NLD | head-of-government; Joe Biden | USA | head-of-state",
    ),
    ("Retired U.S. Admiral James Stavridis warned of war.", "James Stavridis | USA | military-officer | former"),
    ("Ex-Brazilian President Jair Bolsonaro was in Florida.", "Jair Bolsonaro | BRA | head-of-state | former"),
    (
        "Pakistan's former prime minister Imran Khan and current leader Shehbaz Sharif disagree.",
        "Imran Khan | PAK | head-of-government | former",
    ),
    (
        "Sri Lankan Foreign Minister Ali Sabry and visiting Indian Defence Minister Suresh Rao held talks.",
        "Ali Sabry | LKA | foreign-minister; Suresh Rao | IND | defence-minister",
    ),
    (
        "Bangladesh's interim leader, Muhammad Yunus, met Thai Prime Minister Paetongtarn Shinawatra.",
        "Muhammad Yunus | BGD | head-of-state; Paetongtarn Shinawatra | THA | head-of-government",
    ),
    ("Taro Kono, a former Japanese foreign minister, is an MP.", "Taro Kono | JPN | foreign-minister | former"),
    ("The U.S. special envoy for Iran, Robert Malley, briefed senators.", "Robert Malley | USA | diplomat"),
    (
        "Ambassador Linda Thomas-Greenfield of the United States vetoed the text.",
        "Linda Thomas-Greenfield | USA | diplomat",
    ),
    (
        "Gao Wenzhong, China's president, will host Pakistan's prime minister, Shehbaz Sharif, on Friday.",
        "Gao Wenzhong | CHN | head-of-state; Shehbaz Sharif | PAK | head-of-government",
    ),
    (
        "Italy's Giorgia Meloni and the Spanish prime minister, Pedro Sánchez, disagreed.",
        "Pedro Sánchez | ESP | head-of-government",
    ),
    (
        "Luis Almagro, secretary general of the Organization of American States, condemned it.",
        "Luis Almagro | Organization of American States | organization-head",
    ),
    ("Ajay Banga, president of the World Bank, visited Senegal.", "Ajay Banga | World Bank | organization-head"),
    (
        "ECB President Christine Lagarde spoke in Frankfurt.",
        "Christine Lagarde | European Central Bank | central-banker",
    ),
    (
        "OPEC Secretary General Haitham Al Ghais said demand would grow.",
        "Haitham Al Ghais | OPEC | organization-head",
    ),
    (
        "International Energy Agency Executive Director Fatih Birol said so.",
        "Fatih Birol | International Energy Agency | organization-head",
    ),
    (
        "Secretary of Defense Lloyd Austin and Republic of Korea Minister of National Defense Shin Won-sik met at "
        "the Pentagon.",
        "Lloyd Austin | USA | defence-minister; Shin Won-sik | KOR | defence-minister",
    ),
    (
        "Under Secretary of Commerce for Industry and Security Alan Estevez announced the rules in the United States.",
        "Alan Estevez | USA | official",
    ),
    ("Deputy U.S. Trade Representative Sarah Bianchi visited Taiwan.", "Sarah Bianchi | USA | minister"),
    (
        "Costa Rica's Minister of Foreign Trade Manuel Tovar met Secretary of Commerce Gina Raimondo.",
        "Manuel Tovar | CRI | minister; Gina Raimondo | USA | minister",
    ),
    (
        "The Minister of Energy and Mineral Resources of Indonesia, Arifin Tasrif, and the Minister of Economy, "
        "Trade and Industry of Japan, Yasutoshi Nishimura, signed.",
        "Arifin Tasrif | IDN | minister; Yasutoshi Nishimura | JPN | minister",
    ),
    (
        "H.E. Dr. Thani bin Ahmed Al Zeyoudi, Minister of State for Foreign Trade of the UAE, signed with "
        "Minister Piyush Goyal of India.",
        "Thani bin Ahmed Al Zeyoudi | ARE | minister; Piyush Goyal | IND | minister",
    ),
    (
        "Minister for Foreign Affairs of the Republic of Zambia Mulambo Haimbe visited Ottawa.",
        "Mulambo Haimbe | ZMB | foreign-minister",
    ),
    (
        "Prime Minister of Australia Anthony Albanese and Prime Minister of Papua New Guinea James Marape signed "
        "the treaty.",
        "Anthony Albanese | AUS | head-of-government; James Marape | PNG | head-of-government",
    ),
    ("President of Ukraine Volodymyr Zelenskyy thanked Germany.", "Volodymyr Zelenskyy | UKR | head-of-state"),
    ("Defence Minister Pete Smith Foundation gave money to Kenya.", ""),
    (
        "South Korea's Trade Minister Cheong In-kyo and Vice Industry Minister Park Sung-taek flew to Washington.",
        "Cheong In-kyo | KOR | minister; Park Sung-taek | KOR | minister",
    ),
    (
        "Lee Jae Myung, the South Korean president, met Lee Hsien Loong, Singapore's former prime minister. "
        "President Lee thanked him.",
        "Lee Jae Myung | KOR | head-of-state; Lee Hsien Loong | SGP | head-of-government | former",
    ),
    (
        "Mexican Economy Secretary Marcelo Ebrard and Canada's Dominic LeBlanc, minister of finance, talked.",
        "Marcelo Ebrard | MEX | minister; Dominic LeBlanc | CAN | finance-minister",
    ),
    (
        "Colombia’s President Gustavo Petro said Venezuela’s Nicolás Maduro must go.",
        "Gustavo Petro | COL | head-of-state",
    ),
    (
        "Czech Prime Minister Petr Fiala and his Slovak counterpart, Robert Fico, spoke.",
        "Petr Fiala | CZE | head-of-government; Robert Fico | SVK | head-of-government",
    ),
    (
        "Ivorian President Alassane Ouattara received French minister Catherine Vautrin.",
        "Alassane Ouattara | CIV | head-of-state; Catherine Vautrin | FRA | minister",
    ),
    ("Iraqi parliament speaker Mohammed al-Halbousi was removed.", "Mohammed al-Halbousi | IRQ | legislator"),
    ("Japan's chief cabinet secretary, Yoshimasa Hayashi, lodged a protest.", "Yoshimasa Hayashi | JPN | minister"),
    ("Chinese Commerce Ministry spokeswoman He Yongqian said talks were on.", "He Yongqian | CHN | spokesperson"),
    (
        "Li Qiang, the Chinese premier, told Ms. von der Leyen that trade would grow.",
        "Li Qiang | CHN | head-of-government",
    ),
    (
        "Retired general H.R. McMaster, a former U.S. national security adviser, now teaches.",
        "H.R. McMaster | USA | official | former",
    ),
    (
        "Ghana's vice president, Jane Naana Opoku-Agyemang, opened the plant.",
        "Jane Naana Opoku-Agyemang | GHA | official",
    ),
    (
        "U.S. President Donald Trump nominated former Senator David Perdue as ambassador to China.",
        "David Perdue | USA | diplomat | designate; Donald Trump | USA | head-of-state",
    ),
    ("The French economy minister Eric Lombard said Paris would answer.", "Eric Lombard | FRA | minister"),
    (
        "Sultan Haitham bin Tariq of Oman hosted Kuwaiti Emir Sheikh Meshal Al-Ahmad Al-Jaber Al-Sabah.",
        "Haitham bin Tariq | OMN | head-of-state; Meshal Al-Ahmad Al-Jaber Al-Sabah | KWT | head-of-state",
    ),
    (
        "Philippine National Security Adviser Eduardo Año and Coast Guard spokesman Jay Tarriela spoke.",
        "Eduardo Año | PHL | official; Jay Tarriela | PHL | spokesperson",
    ),
    (
        "Ramos Jr., the Philippine president, flew home. Emilio Ramos Jr. said he was glad.",
        "Emilio Ramos Jr. | PHL | head-of-state",
    ),
    (
        "German Foreign Minister Annalena Baerbock said on Tuesday that her British colleague James Cleverly agreed.",
        "Annalena Baerbock | DEU | foreign-minister; James Cleverly | GBR | foreign-minister",
    ),
    ("Ireland's taoiseach, Simon Doyle, visited Kyiv.", "Simon Doyle | IRL | head-of-government"),
    ("Jeremy Hunt was UK finance minister until 2024.", "Jeremy Hunt | GBR | finance-minister | former"),
    ("Afghan acting foreign minister Amir Khan Muttaqi visited Delhi.", "Amir Khan Muttaqi | AFG | foreign-minister"),
    (
        "Gen. Asim Munir, Pakistan's army chief, and Lt. Gen. Vivek Ram Chaudhari met.",
        "Asim Munir | PAK | military-officer",
    ),
    ("Federal Councillor Guy Parmelin of Switzerland thanked Ambassador Rivers.", "Guy Parmelin | CHE | official"),
    ("Pentagon press secretary Maj. Gen. Ed Moss confirmed it.", "Ed Moss | USA | spokesperson"),
    ("Zed Island Semiconductor Manufacturing Co. Chairman Mark Lowe spoke.", ""),
    ("Korea Electric Power chairman Han Sang-woo resigned.", ""),
    ("Dr. Sultan Al Rashidi, the UAE industry minister, spoke.", "Sultan Al Rashidi | ARE | minister"),
    ("Timo Laine, EU Special Representative for the South Caucasus, spoke.", "Timo Laine | EU | diplomat"),
    ("U.S. Mideast envoy Steve Rowe met Omani officials.", "Steve Rowe | USA | diplomat"),
    ("Ali Rezai, a top adviser to Iran's president, spoke.", "Ali Rezai | IRN | official"),
    ("Ontario Premier Dan Fox cut power to Canada's neighbour.", "Dan Fox | CAN | official"),
    ("Ana Mota, prime minister and minister of finance of Barbados, spoke.", "Ana Mota | BRB | head-of-government"),
    (
        "Germany's Kurt Lang said no. Chancellor Kurt Lang is in Vienna, Austria.",
        "Kurt Lang | DEU | head-of-government",
    ),
    ("The club's president, Bo Lind, thanked Denmark. Coach Jan Holm left.", ""),
    # Africa, Latin America, the Pacific, Central Asia
    ("Suriname's parliament elected Jennifer Brandt president.", "Jennifer Brandt | SUR | head-of-state"),
    ("Kenya's Hasan Diab became president in 2022.", "Hasan Diab | KEN | head-of-state"),
    ("Ivory Coast's Alain Touray was sworn in as president.", "Alain Touray | CIV | head-of-state"),
    ("Vietnam's To Hung was elected president by parliament.", "To Hung | VNM | head-of-state"),
    ("Kenyan Transport Minister Peter Otieno said so.", "Peter Otieno | KEN | minister"),
    (
        "The African Union Commission chairperson, Amina Sow, spoke.",
        "Amina Sow | African Union Commission | organization-head",
    ),
    ("The governor of the Bank of Ghana, Kofi Mensah, said so.", "Kofi Mensah | GHA | central-banker"),
    ("Peru's central bank president, Julia Velarde, warned of inflation.", "Julia Velarde | PER | central-banker"),
    ("Mexico's economy secretary, Marco Ruiz, said so.", "Marco Ruiz | MEX | minister"),
    ("Papua New Guinea's James Kila, the prime minister, said so.", "James Kila | PNG | head-of-government"),
    (
        "The Solomon Islands signed a pact, Prime Minister Jeremiah Wale said in Honiara.",
        "Jeremiah Wale | SLB | head-of-government",
    ),
    (
        "Tajik President Emom Saidov and Kyrgyz President Sadyr Asanov met in Bishkek.",
        "Emom Saidov | TJK | head-of-state; Sadyr Asanov | KGZ | head-of-state",
    ),
    (
        "Eswatini's King Sobhuza V met Taiwan's foreign minister, Lin Chih-wei.",
        "Sobhuza V | SWZ | head-of-state; Lin Chih-wei | TWN | foreign-minister",
    ),
    ("Libya's eastern commander, Khalifa Nasser, shut the ports.", "Khalifa Nasser | LBY | military-officer"),
    (
        "Former Pakistani prime minister Asif Khan was jailed; his successor, Shahid Malik, left.",
        "Asif Khan | PAK | head-of-government | former; Shahid Malik | PAK | head-of-government",
    ),
    ("The Chinese ambassador to Zambia, Du Han, said so.", "Du Han | CHN | diplomat"),
    ("The OPEC secretary general, Haitham Ghanem of Kuwait, spoke.", "Haitham Ghanem | OPEC | organization-head"),
    ("UN special envoy for Yemen Hans Lindberg flew to Riyadh.", "Hans Lindberg | United Nations | diplomat"),
    (
        "Bavarian premier Max Huber, Kerala chief minister Vijay Nair and Kentucky Governor Andy Barr met.",
        "Andy Barr | USA | official; Max Huber | DEU | official; Vijay Nair | IND | official",
    ),
    ("Professor Lena Ortiz, director of the Lima Energy Institute, said Peru lacks gas.", ""),
    ("Toyota chairman Akio Mori and Ford's president, Jim Hale, met in Chile.", ""),
]


@pytest.mark.parametrize(("text", "expected"), OFFICIALS)
def test_officials(read, text: str, expected: str) -> None:
    assert officials(read(text)) == sorted(filter(None, expected.split("; ")))


@pytest.mark.parametrize(("text", "expected"), OFFICIALS)
def test_evidence_quotes_the_office_and_the_name(read, text: str, expected: str) -> None:
    for person in read(text)._.people:
        if person.tenure is not None:
            assert person.tenure.evidence
            assert all(text[found.start : found.end] == found.quote for found in person.tenure.evidence)
            assert any(person.name.split()[-1].casefold() in found.quote.casefold() for found in person.tenure.evidence)


#: Where only the publisher, the dateline or the rest of the article tells whose office it is.
CONTEXTS = [
    ("The White House", "President Biden spoke with Prime Minister Okoye of Nigeria about Russia.", "Biden", "USA"),
    ("UK Government", "Trade Minister Anna Field visited Hanoi today. Vietnam is a partner.", "Anna Field", "GBR"),
    ("U.S. Department of State", "Secretary Blinken met the leaders of Fiji in Suva.", "Blinken", "USA"),
    (
        "UN News",
        "Secretary-General Pedro Vidal told NATO that aid to Sudan is blocked.",
        "Pedro Vidal",
        "United Nations",
    ),
    (None, "VIENNA, May 3 (Reuters) - Chancellor Karl Huber met Germany's envoy, Austria said.", "Karl Huber", "AUT"),
    (
        None,
        "Japan and Germany agreed. Prime Minister Jiro Mori hosted Chancellor Kurt Lang in Tokyo.",
        "Jiro Mori",
        "JPN",
    ),
    (
        None,
        "Japan and Germany agreed. Prime Minister Jiro Mori hosted Chancellor Kurt Lang in Tokyo.",
        "Kurt Lang",
        "DEU",
    ),
    (None, "A U.S. team hosted Foreign Minister Batyr Orazov and the Turkmen delegation.", "Batyr Orazov", "TKM"),
    (
        None,
        "The Philippine defence minister protested. China shrugged. Defence Secretary Jun Reyes said no.",
        "Jun Reyes",
        "PHL",
    ),
    (None, "Kenya thanked the Government of Iraq, led by Prime Minister Sami Nasser.", "Sami Nasser", "IRQ"),
    (None, "Egypt's economy grows. President Hassan Amin praised the farmers.", "Hassan Amin", "EGY"),
    (None, "In Vienna, Chancellor Karl Huber met his guests. Austria wants asylum rules changed.", "Karl Huber", "AUT"),
    (
        None,
        "Tokyo and Canberra signed a pact. Defence Minister Nora Ito and her Australian counterpart spoke.",
        "Nora Ito",
        "JPN",
    ),
    (
        None,
        "Japan and South Korea met. Prime Minister Aki Mori hosted South Korean President Min Jae Ho.",
        "Aki Mori",
        "JPN",
    ),
    (
        None,
        "Ministers in BRUSSELS will plan aid to Ukraine and then call Foreign Minister Oleh Rudenko. Russia objects.",
        "Oleh Rudenko",
        "UKR",
    ),
    (None, "Peru's Congress removed President Dina Bolar. The OAS urged calm.", "Dina Bolar", "PER"),
    (
        None,
        "Senegal will audit oil. Prime Minister Ous Sankha said so. President Bassir Faye agreed.",
        "Bassir Faye",
        "SEN",
    ),
    (None, "The Dutch government fell. Farm Minister Femke Vries stays.", "Femke Vries", "NLD"),
    ("U.S. Department of State", 'Thomas "Bo" Lind, Spokesperson\n\nFiji and Samoa agreed.', 'Thomas "Bo" Lind', "USA"),
    (
        "Minister for Trade, Australia",
        "The Hon Ann Poe MP\n\nAUSTRALIAN MINISTER FOR TRADE\n\nAid for Fiji will rise.",
        "Ann Poe",
        "AUS",
    ),
    (None, "Japanese Minister of Economy, Trade, and Industry (METI) Ito Ken met guests.", "Ito Ken", "JPN"),
    (None, "Dr. Jo Kay signed for Kenya and Hon. Kofi Addo, Minister for Trade, signed for Ghana.", "Kofi Addo", "GHA"),
]


@pytest.mark.parametrize(("publisher", "text", "name", "of"), CONTEXTS)
def test_whose_office_the_context_tells(read, publisher: str | None, text: str, name: str, of: str) -> None:
    tenures = {person.name: person.tenure for person in read(text, publisher)._.people}
    assert tenures[name] is not None
    assert tenures[name].official.of.id == of


#: Nothing here tells whose office it is: that a state is named first or often is no reason.
UNKNOWN = [
    "Peru and Chile signed a pact. President Ana Rojas was there.",
    "Egypt grew. Egypt and Jordan agreed on water in Egypt. A visit by President Joe Doe to Saudi Arabia follows.",
    "Peru welcomed President Ana Rojas, and a team came too.",
    "Egypt hosted President Ali Demir on Monday.",
    "President Samuel Obeng arrived in Togo on Friday for talks on Mali.",
    "President Samuel Obeng arrived in Cairo on Friday. Egypt is pleased.",
    "On a trip to Ankara, Foreign Minister Petros Georgiou praised Turkey.",
    "Iran stopped because of US sanctions imposed by President Joe Doe. Iran and China talked. Iran waits.",
    "Talks between Serbia and Kosovo failed. President Aleksandar Vasic blamed Prime Minister Albin Kurtaj.",
    "Uzbekistan will import Russian gas. Presidents Shavkat Mirzoev and Vladimir Putov opened the pipe.",
    "Zimbabwe and Zambia will build a dam. Energy Minister Zhemu Moyo said so.",
    "Iraq met the Northern Regional Government, represented by Prime Minister Rebin Aziz.",
    "A spokesman for Fiji spoke. The plan is late, Tama Leota said.",
    "The club elected Hasan Diab president in Kenya.",
    "Miners in Western Australia cut output, premier Roger Cork said. Australia exports lithium.",
    "FIFA president Gianni Rossi thanked Morocco. Former Barcelona president Joan Llull left Spain.",
]


@pytest.mark.parametrize("text", UNKNOWN)
def test_no_guess_without_a_cue(read, text: str) -> None:
    assert officials(read(text)) == []


#: Publisher and text: what it publishes is not all about its own people.
FOREIGNERS = [
    ("The White House", "President Kasym Omarov thanked President Doe for the call. Kazakhstan will sell uranium.", ""),
    (
        "U.S. Department of State",
        "The Secretary met with President Nikos Hadji in Nicosia. Cyprus is a partner.",
        "Nikos Hadji | CYP | head-of-state",
    ),
    (
        "Ministry of Foreign Affairs of Japan",
        "Foreign Minister Kamiya met Minister for Foreign Affairs Wong Pei. Australia and Japan agreed on hydrogen.",
        "",
    ),
    ("Embassy of India in Nepal", "Nepal got new buses. Finance Minister Bishnu Poud thanked India.", ""),
    (
        "The Guardian",
        "The prime minister, Ann Poe, told MPs that Russia must pay. The UK will. Chancellor Rachel Reed agreed. "
        "Germany's chancellor, Olaf Lang, agreed too.",
        "Olaf Lang | DEU | head-of-government",
    ),
    ("Reuters", "Readout of a call with Australia. Prime Minister Alba was told.", "Alba | AUS | head-of-government"),
]


@pytest.mark.parametrize(("publisher", "text", "expected"), FOREIGNERS)
def test_the_publisher_speaks_of_others_too(read, publisher: str, text: str, expected: str) -> None:
    assert "; ".join(officials(read(text, publisher))) == expected


def test_two_leaders_who_meet_are_not_of_one_state(read) -> None:
    doc = read("In Vienna, Chancellor Karl Huber met President Viktor Orsos. Hungary and Austria want new rules.")
    assert officials(doc) == ["Karl Huber | AUT | head-of-government"]


def test_a_dateline_is_doubted_where_the_sentence_names_another_capital(read) -> None:
    doc = read(
        "MANILA - Defense Secretary Ben Cruz said China's coast guard came. "
        "Foreign Minister Li Hua denied it in Beijing. The Philippine defense minister protested."
    )
    assert officials(doc) == ["Ben Cruz | PHL | defence-minister"]


OFFICE_WORDS = [
    ("Japan's Economy, Trade & Industry Minister Jiro Mori left.", "economy, trade & industry minister"),
    ("Kurt Lang, the EU's executive vice president for trade, left.", "executive vice president for trade"),
    ("U.S. Acting Deputy Assistant Secretary of State for Western Hemisphere Affairs, Ann Poe, spoke.",
     "acting deputy assistant secretary of state for western hemisphere affairs"),
    ("The Presidents of Chile and Peru, Ana Rojas and Luis Vega, met.", "president"),
    ("Former South Korean president Min Jae Ho spoke.", "president"),
    ("The Minister of Foreign Affairs of Fiji, Mr. Ratu Naulu, spoke.", "minister of foreign affairs"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "office"), OFFICE_WORDS)
def test_office_in_the_words_of_the_text_without_the_state(read, text: str, office: str) -> None:
    assert {person.tenure.office for person in read(text)._.people if person.tenure} == {office}


MENTIONS = [
    ("Czech Prime Minister Petr Novak met Jose Novak, a farmer. Mr Novak, the prime minister, left.", "Petr Novak",
     ["Petr Novak", "Novak"]),
    ("South Korean President Yoon Suk Yeol met Japanese Prime Minister Fumio Kishida. Kishida and Yoon agreed. "
     "Yoon's aides cheered.", "Yoon Suk Yeol", ["Yoon Suk Yeol", "Yoon", "Yoon"]),
    ("U.S. President Joe Biden spoke. First lady Jill Biden stayed. The Biden administration was pleased.", "Joe Biden",
     ["Joe Biden", "Biden"]),
    ("French President Luc Carrel spoke. CARREL SAID NO\nCarrel left.", "Luc Carrel",
     ["Luc Carrel", "CARREL", "Carrel"]),
    ("Bahraini Foreign Minister Khalid bin Omar Al Thawadi left. Minister Al Thawadi returned.",
     "Khalid bin Omar Al Thawadi", ["Khalid bin Omar Al Thawadi", "Al Thawadi"]),
    ("Chilean President Pablo Vega Soto spoke. President Vega left.", "Pablo Vega Soto", ["Pablo Vega Soto", "Vega"]),
    ("Chinese President Xi Jinping spoke. Xi said so. Mr Xi left.", "Xi Jinping", ["Xi Jinping", "Xi", "Xi"]),
    ("Chinese Vice Premier He Lifang spoke. He left. Both He and Ann Poe agreed.", "He Lifang", ["He Lifang", "He"]),
    ("Vietnamese President To Lan left. Lan smiled.", "To Lan", ["To Lan", "Lan"]),
    ("King Mohammed VI of Morocco spoke. Mohammed VI left.", "Mohammed VI", ["Mohammed VI", "Mohammed VI"]),
    ("U.S. Senator Robert \"Bo\" Lind spoke. Mr. Lind left.", 'Robert "Bo" Lind', ['Robert "Bo" Lind', "Lind"]),
    ("Japanese Defence Minister Gen Mori spoke. Mori left.", "Gen Mori", ["Gen Mori", "Mori"]),
    ("Prime Minister Kishida Fumio of Japan spoke. Fumio Kishida left. Kishida won.", "Kishida Fumio",
     ["Kishida Fumio", "Fumio Kishida", "Kishida"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "expected"), MENTIONS)
def test_every_mention_of_a_name(read, text: str, name: str, expected: list[str]) -> None:
    doc = read(text)
    (person,) = (person for person in doc._.people if person.name == name)
    assert [doc[start:end].text for start, end in person.mentions] == expected


def test_one_surname_two_people(read) -> None:
    doc = read(
        "Lee Jae Myung, the South Korean president, met Lee Kuan Teck, Singapore's former prime minister. "
        "President Lee thanked him."
    )
    found = {person.name: len(person.mentions) for person in doc._.people}
    assert found == {"Lee Jae Myung": 2, "Lee Kuan Teck": 1}


ODD = ["", " \n\n ", "President", "the president of", "-President", "his counterpart,", "President Jr.",
       "President ,Jr.", "Minister of of Japan", "SECRETARY:", "PRESIDENT BIDEN AND PRIME MINISTER KISHIDA",
       "former former", "x" * 3000,
       "President Al-", "\u200bPresident \U0001f642", "X is president of", "President " * 200]  # fmt: skip


@pytest.mark.parametrize("text", ODD)
def test_odd_text_gives_no_official(read, text: str) -> None:
    assert officials(read(text)) == []


def test_shuffled_text_keeps_offsets(read) -> None:
    words = " ".join(
        path.read_text(encoding="utf-8") for path in sorted(resources.path("data", "articles").glob("*.txt"))
    ).split()
    for seed in range(5):
        text = " ".join(random.Random(seed).choices(words, k=200))
        doc = read(text)
        for person in doc._.people:
            assert all(0 <= start < end <= len(doc) for start, end in person.mentions)
            evidence = person.tenure.evidence if person.tenure else ()
            assert all(text[found.start : found.end] == found.quote for found in evidence)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Readout of President Alder's Meeting with President of Egypt Omar El-Birch", "USA; EGY"),
        ("Alder and Egyptian President El-Birch discuss water", "USA; EGY"),
        ("President El-Birch of Egypt visits Washington", "USA; EGY"),
    ],
)
def test_the_title_says_whose_official_the_text_names(read, title: str, expected: str) -> None:
    text = "President Alder met today with President El-Birch on the margins of the summit in Kenya."
    people = read(text, "The White House", title)._.people
    held = [person.tenure.official.of.id for person in people if person.tenure is not None]
    assert "; ".join(held) == expected
