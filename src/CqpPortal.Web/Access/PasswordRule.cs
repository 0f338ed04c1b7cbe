namespace CqpPortal.Web.Access;

/// <summary>Long and not obvious; what it is made of is the person's own business.</summary>
internal static class PasswordRule
{
    public const int MinLength = 12;

    /// <summary>Deriving a key from a text of any length would be a way to keep the site busy.</summary>
    public const int MaxLength = 200;

    private static readonly string[] Common =
    [
        "motdepasse", "password", "azerty", "qwerty", "123456", "000000", "111111", "bonjour", "soleil", "marseille", "doudou", "loulou", "chouchou", "jetaime",
        "administrateur", "portailcqp", "cqpportal", "abcdef", "welcome", "bienvenue", "iloveyou", "letmein",
    ];

    /// <returns>What to do instead; null when the password is good enough.</returns>
    public static string? Refuse(string? password, string email, string name)
    {
        if (string.IsNullOrEmpty(password)) return Say($"Choisissez un mot de passe d’au moins {MinLength} caractères, par exemple quatre mots qui ne vont pas ensemble.");
        if (password.Length < MinLength) return Say($"Choisissez un mot de passe plus long : il a {password.Length} caractères, il en faut {MinLength} au moins.");
        if (password.Length > MaxLength) return Say($"Choisissez un mot de passe plus court : {MaxLength} caractères au plus.");
        var letters = Letters(password);
        var own = new[] { Letters(email.Split('@')[0]), Letters(email), Letters(name) }.Concat(name.Split(' ', '-').Select(Letters)).Where(part => part.Length >= 4);
        if (own.Any(letters.Contains)) return Say("Choisissez un mot de passe qui ne contient ni votre nom ni votre adresse : ce sont les premiers que l’on essaie.");
        // A common word with a few characters around it is as easily guessed as the word.
        if (password.Distinct().Count() < 5 || Common.Any(word => letters.Contains(word) && letters.Length - word.Length < 8))
            return Say("Choisissez un mot de passe moins courant : celui-ci est parmi les premiers que l’on essaie.");
        return null;
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
