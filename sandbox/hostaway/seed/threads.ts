import type { Language } from "./people.ts";

/** Guest and host by turns, the guest first. `{guest}`, `{listing}` and `{city}` are filled in. */
export const threads: Readonly<Record<Language, readonly (readonly string[])[]>> = {
  en: [
    [
      "Hi! We just booked {listing} and we are so excited. Is there any chance of dropping our bags off before noon?",
      "Hello {guest}, thank you for booking with us! Bags from 11 are no problem, the cleaners will let you in.",
      "Perfect, that makes our day much easier. Is there a supermarket close by?",
      "Yes, five minutes on foot. The house guide has a map with our favourite places in {city}.",
      "Amazing, thank you!",
    ],
    [
      "Hello, could you tell me how parking works? We are coming with a rental car.",
      "Hi {guest}, there is one spot behind the building. The gate code arrives with the check-in message.",
      "Great. It is a fairly tall van, about 2.1 m. Will it fit?",
      "It will, the gate is 2.4 m high.",
    ],
    [
      "The wifi keeps dropping in the back bedroom and I have calls all afternoon. Can you help?",
      "Sorry about that, {guest}! Could you unplug the white box next to the TV for ten seconds?",
      "Did that, still the same. Is there another network?",
    ],
    [
      "Would a late checkout be possible? Our flight only leaves at 8 pm.",
      "Hi {guest}, nobody arrives that day, so 2 pm works for us.",
      "You are wonderful. We loved {city}!",
      "It was a pleasure to host you. Safe travels!",
    ],
    [
      "Good morning, the kitchen tap is dripping quite a lot since last night. Not urgent but I thought you should know.",
      "Thank you for telling us, {guest}. Our plumber can come between 10 and 12, would that suit you?",
      "10 to 12 is fine, we will be out.",
    ],
  ],
  es: [
    [
      "¡Hola! Acabamos de reservar {listing}. ¿Es posible hacer el check-in un poco antes, sobre la una?",
      "¡Hola, {guest}! A la una y media estará listo. ¡Les esperamos en {city}!",
      "Perfecto, muchísimas gracias. ¿Hay cuna para un bebé de ocho meses?",
      "Sí, la dejaremos montada en el dormitorio principal.",
    ],
    [
      "Buenas tardes, ¿cómo se llega desde el aeropuerto?",
      "Hola, {guest}. Lo más cómodo es el tren hasta el centro y de ahí cinco minutos a pie.",
      "Genial. Llegaremos hacia las once de la noche, ¿hay algún problema?",
    ],
  ],
  de: [
    [
      "Guten Tag, wir reisen mit unserem kleinen Hund. Ist das in {listing} in Ordnung?",
      "Hallo {guest}, kleine Hunde sind herzlich willkommen. Napf und Decke liegen bereit.",
      "Das ist ja toll, vielen Dank! Gibt es in der Nähe eine Grünfläche?",
      "Ja, der Park ist drei Minuten entfernt. Wir freuen uns auf Sie!",
    ],
    [
      "Hallo, die Heizung im Bad wird leider nicht warm. Können Sie uns helfen?",
      "Guten Morgen {guest}, bitte drehen Sie den Regler neben der Tür auf 4. Dann dauert es etwa 20 Minuten.",
      "Haben wir versucht, sie bleibt kalt. Könnte jemand vorbeikommen?",
    ],
  ],
  fr: [
    [
      "Bonjour, nous arrivons à {city} vers 22 h. Comment récupérer les clés ?",
      "Bonjour {guest}, l'arrivée est autonome : le code vous sera envoyé le matin même.",
      "Parfait, merci beaucoup. Y a-t-il un sèche-cheveux ?",
      "Oui, dans le tiroir sous le lavabo. À très bientôt !",
    ],
    [
      "Bonsoir, est-ce que {listing} convient à deux enfants de 3 et 6 ans ?",
      "Bonsoir {guest}, tout à fait. Nous avons une chaise haute et une barrière d'escalier.",
      "Merci ! Pourriez-vous aussi prévoir des draps pour le canapé-lit ?",
    ],
  ],
  it: [
    [
      "Buongiorno! Siamo in quattro, c'è spazio per due biciclette?",
      "Buongiorno {guest}, certo: nel cortile c'è una rastrelliera coperta.",
      "Benissimo. Possiamo lasciare i bagagli dopo il check-out?",
      "Sì, fino alle 18. Buon viaggio a {city}!",
      "Grazie mille!",
    ],
    [
      "Salve, non riusciamo ad aprire il portone: il codice sembra sbagliato.",
      "Ciao {guest}, dopo il codice bisogna premere il tasto con la chiave. Funziona?",
      "Adesso sì, scusi il disturbo!",
    ],
  ],
  pt: [
    [
      "Olá! Vocês podem indicar um bom restaurante perto de {listing}?",
      "Olá, {guest}! Na esquina há uma tasca ótima, peça o prato do dia.",
      "Que maravilha, obrigado! O café da manhã está incluído?",
      "Não está, mas deixamos café, pão e frutas para a primeira manhã.",
    ],
    [
      "Boa noite, o ar-condicionado do quarto está fazendo muito barulho.",
      "Boa noite, {guest}. Vou enviar um técnico amanhã cedo, pode ser às 9h?",
      "Pode sim, estaremos em casa.",
    ],
  ],
  ja: [
    [
      "こんにちは。{listing}を予約しました。駅から歩いて行けますか。",
      "{guest}様、ご予約ありがとうございます。駅から徒歩8分です。地図をお送りします。",
      "ありがとうございます。楽しみにしています。",
    ],
    [
      "チェックインは20時頃になりそうです。大丈夫でしょうか。",
      "{guest}様、何時でも大丈夫です。鍵はキーボックスにございます。",
      "承知しました。タオルを2枚追加でお願いできますか。",
    ],
  ],
};
