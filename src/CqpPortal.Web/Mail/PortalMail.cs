using CqpPortal.Web.Mail.Digests;

namespace CqpPortal.Web.Mail;

/// <summary>Everything that leaves the portal by mail.</summary>
internal static class PortalMail
{
    extension(WebApplicationBuilder builder)
    {
        /// <exception cref="Database.Startup.PortalServerException">The settings do not read; the message says what to write.</exception>
        public MailSettings AddPortalMail()
        {
            var settings = MailSettings.Read(builder.Configuration);
            builder.Services.AddSingleton(settings).AddSingleton<MailTransport>().AddSingleton<MailSignal>();
            builder.Services.AddSingleton<MailSender>().AddHostedService(services => services.GetRequiredService<MailSender>());
            builder.Services.AddSingleton<PortalAddress>().AddSingleton<UnsubscribeLinks>().AddSingleton<DigestLetter>().AddSingleton<DigestRound>();
            builder.Services.AddSingleton<IDigestSource, SignatureDigest>().AddSingleton<IDigestSource, RenewalDigest>().AddSingleton<IDigestSource, ReportDigest>();
            if (settings.HasDigests) builder.Services.AddHostedService<DigestSender>();
            return settings;
        }
    }
}
